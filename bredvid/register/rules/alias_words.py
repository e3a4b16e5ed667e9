"""The words of aliases: calm things outdoors, calm things at home.

A word's place is its number, and an alias is kept as numbers: a word is never changed or moved, and only the first list
may grow, at its end. None of them hints at violence, sex, drugs, money
or images; none is the name of a person or a municipality; no two are one letter apart, so that a word heard badly is
still told from another. tests/test_aliases.py holds all of it.
"""

# Animals, plants, water, weather.
_OUTDOORS = """
glänta västanvind havsvik kvarts ängsull höstlöv kiselsten fågelsång daggkåpa humleblomster krasse berguv sälgkvist
ekdunge isblomma murgröna skiffer björkholme lönnfrö renlav asplöv dovhjort höstdimma vintersol åkerhumla vildapel
nötväcka skogsduva syren sjöstjärna daggdroppe bikupa akleja granit basilika äppelblom plommonträd lönnlöv vårregn
göktyta gråsparv lupin flundra rapsfält trollslända ladusvala steglits scilla flyttblock hassellöv duggregn
björnmossa silltrut vitsippa tumlare vårärt körsbärsgren havsbris pors granris ekollon solstråle odon tulpan
nötskrika blåvinge lysmask kantarell maskros sjöstrand tofsvipa fiskmås fjällbäck skogsstjärna strömming kalksten
soluppgång skogshare fjädermoln skogslind lövhög öring strandaster trana molntuss strandklippa gräsand snäckskal
makrill fjord almfrö rönnbär grönsiska enbuske lövskugga ringduva hallon igelkott kornax klapperstrand morgonljus
storspov rallarros lingon grankotte braxen skogsek hängbjörk gärdsmyg blåbärsris mjölkört vattendrag hasselnöt lagun
skogsglänta gädda syrenhäck sommarregn nypon fältspat eklöv turkduva kaveldun sädesärla rödhake vinbär marmor
pilfink solglimt kaprifol stenbräcka soldis ljung citronmeliss kamomill morgondagg renfana sånglärka åkerbär
lavendel tallbacke kattfot kattuggla blåklocka rådjur krokus spillkråka fjällbjörk björkdunge hasselbuske björklöv
sanddyn ängsklocka lindblom blomsteräng gräslök kungsfågel hornuggla fjällämmel vattenmöja snödroppe strandskata
vårbäck gulmåra oregano abborre storlom bofink skogstjärn järnsparv hjortron gräshoppa smålom häggblom strandsten
gryning körvel tornseglare regnbåge björnbär fruktträd enbär bärnsten vattenklöver linblomma björkhage krusbär
tjäder krusning björknäver lax fågelbo mejram backtimjan havtorn liljekonvalj näckros smörblomma vitklöver grusås
lövträd kvällsljus videkvist tusensköna sädesfält blåsippa ringblomma salvia rosenfink koltrast talgoxe röding
skymning löja skogsmyra kråkbär medvind vågskvalp rullsten fjunsippa backsippa libbsticka barrträd timotej tallkotte
veteax blåbär kungsljus sköldpadda starr revlummer vårsol skogsstig mjölon fjällsida fackelblomster pärluggla
barrmatta bergtall kronhjort snöflinga rödklöver sidensvans prästkrage tranbär påsklilja bäckfåra fjällripa
skogsbryn nysnö vitmossa fjälltopp havreax lingonris solnedgång mört blåval ligusterhäck rågax korallrev fräken
gullpudra strandråg fjällsippa norrsken utter myrstack dyning påfågelöga stjärnhimmel sommarvind sandstrand kobbe
grönfink pärlhyacint horngädda älvdimma vattenspegel humle aspdunge citronfjäril sommaräng lövsångare vårflod
kullersten källvatten dalgång kabbeleka sjöbris smultron luktärt glimmer gulsparv töväder syrsa rölleka ekorre
näktergal blåmes blåklint rimfrost porfyr klöverfält harsyra saltört månsken älggräs sjöhäst fläderblom honungsbi
masurbjörk svartvinbär persilja fälthare
"""
OUTDOORS = tuple(_OUTDOORS.split())

# What stands on a table, a shelf or in a garden.
_AT_HOME = """
segelbåt kanelbulle veranda citron kompass lerkruka kalender köksskåp pinnstol monstera spårvagn regnmätare sandlåda
linneskåp adventsljus blomvas dessertsked utebord flädersaft pussel osthyvel pepparkaka fönsterbräda golvlampa
fruktskål tesil servis vandringskarta vaxkrita degskrapa trädgårdsstol gardin kaffekopp vävstol ryggsäck klädnypa
spenat brevlåda cykelkorg soffbord gräddkanna kummin nyckelring bokmärke anteckningsbok tygbit plättlagg julstjärna
grammofon fralla kaktus tapetrulle tekanna frimärke ampel trasmatta biljett dörrklocka frisbee rotselleri saltkar
mannagryn bordslöpare domino brödkorg gitarr soppslev korsord linjal litermått palsternacka solur suddgummi
värmeljus knappask radio mazarin ullfilt matsäck visbok diskborste mortel lekstuga studsmatta akvarell ballong
valnöt tvål fiol stickmössa glasskål staffli vimpel strykbräda kratta piano cykelhjälm fåtölj tandborste färgburk
semla gryta vanilj hallonsylt eka atlas rågbröd läslampa vetemjöl ostkaka kardemumma smörgås spinnrock stearinljus
barometer pannkaka picknickfilt parasoll blockflöjt pepparkvarn solstol rabarber boj våffla ingefära servett färja
disktrasa bordsduk växthus lapptäcke risgryn tältduk fyrtorn vedspis smörask skivspelare ljusstake broderi tavelram
rödlök buss matsked pulka sopborste äppelpaj linoleum perrong russin tidning havregryn hushållsvåg tvärflöjt
brevkort cello grönkål symaskin kryddhylla vykort kaffepanna gurkmeja kakelugn blomkål sandkaka kokbok lykta reflex
korkmatta minigolf krusbärssaft notblad köksstol grytlapp pelargon kaffekvarn munspel purjolök brödrost pensel hink
tallrik väckarklocka ballongvisp havrekaka kakburk pendyl dörrmatta pakethållare träskål sytråd gungstol senap fikus
ärtsoppa tebricka pappersdrake muskot nyponsoppa mätglas lingonsylt skrivbok träslev knäckebröd parkbänk tehuv
turskida lexikon väggklocka flytväst skorsten paraply sylttunna tomat ryamatta regnrock kortlek schackbräde nektarin
äppelmos kastrull aprikos rutschkana potatis blyertspenna timglas kupé dragspel termometer fågelholk hallmatta
tärning fingerborg ljuslykta kakform mjölkkanna mopp trappsteg taklampa bokhylla marmelad broccoli garnnystan
vedkorg fotpall fänkål svampkorg hängmatta apelsin odlingslåda diskho läsfåtölj tåg våffeljärn pennskrin roddbåt
badbrygga
"""
AT_HOME = tuple(_AT_HOME.split())
