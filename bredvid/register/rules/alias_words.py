"""The words of aliases: calm things outdoors, calm things at home.

A word's place is its number, and an alias is kept as numbers: a word is never changed or moved, and only the first list
may grow, at its end. None of them hints at violence, sex, drugs, money or images; none stings when it is said to her,
as what women are called to hurt them and what finds fault with a body; none is the name of a person or a municipality;
no two are one letter apart, so that a word heard badly is still told from another. tests/test_aliases.py holds it.
"""

# Animals, plants, water, weather.
_OUTDOORS = """
glänta västanvind havsvik kvarts ängsull höstlöv kiselsten fågelsång daggkåpa humleblomster krasse berguv sälgkvist
ekdunge isblomma murgröna skiffer björkholme lönnfrö renlav asplöv dovhjort höstdimma vintersol åkerhumla vildapel
nötväcka skogsduva syren sjöstjärna daggdroppe ametist akleja granit basilika äppelblom plommonträd lönnlöv vårregn
hämpling gråsparv lupin fluorit rapsfält fjällbris ladusvala steglits tagetes flyttblock hassellöv duggregn björnmossa
träbro vitsippa tumlare solsken rönnblom havsbris sandrev insjö tallskog solstråle odon tulpan gärdsgård blåvinge
höstack kantarell ljunghed sjöstrand vattenkvarn havsband fjällbäck skogsstjärna strömming kalksten soluppgång bokskog
fjädermoln skogslind lövhög flodsten strandaster trana molntuss strandklippa gräsand sjöudde makrill fjord almfrö
rönnbär grönsiska kornell lövskugga ringduva hallon igelkott kornax skogsbäck morgonljus storspov rallarros lingon
grankotte bergkam skogsek ängslada morgonsol blåbärsris mjölkört vattendrag hasselnöt lagun skogsglänta ängsvädd
astilbe sommarregn nypon fältspat eklöv solvända kaveldun gråsäl rödhake vinbär marmor pilfink solglimt kaprifol
stenbräcka soldis ljung citronmeliss kamomill morgondagg renfana sånglärka åkerbär lavendel tallbacke brunört tornfalk
blåklocka rådjur krokus stenmur fjällbjörk björkdunge strömstare björklöv sanddyn ängsklocka skogsväg blomsteräng
gräslök kungsfågel skärgård fjällhed vattenmöja snödroppe ängsmark vårbäck gulmåra oregano abborre storlom bofink
skogstjärn järnsparv hjortron gräshoppa smålom häggblom strandsten gryning körvel tornseglare regnbåge björnbär
fruktträd enbär bärnsten vattenklöver linblomma björkhage krusbär tjäder krusning avenbok gnejs fågelbo mejram
backtimjan havtorn liljekonvalj gullviva smörblomma vitklöver grusås lövträd kvällsljus videkvist vårvete kornfält
blåsippa ringblomma citrontimjan rosenfink koltrast månljus röding skymning dagslända skogsmyra kråkbär medvind
vågskvalp rullsten lindallé backsippa isop barrträd timotej tallkotte veteax blåbär kungsljus lövkoja starr revlummer
vårsol skogsstig mjölon fjällsida höstanemon pärluggla barrmatta bergtall kronhjort fjällsjö rödklöver stjärnljus
prästkrage tranbär påsklilja källsprång fjällripa skogsbryn nysnö vitmossa fjälltopp havreax lingonris solnedgång mört
högfjäll sommarskur rågax korallrev fräken hagmark strandråg fjällsippa norrsken utter myrstack dyning påfågelöga
stjärnhimmel sommarvind sandstrand kobbe grönfink pärlhyacint sångsvan älvdimma vattenspegel humle aspdunge
citronfjäril sommaräng lövsångare vårflod kullersten källvatten dalgång kabbeleka sjöbris smultron åkervädd glimmer
gulsparv töväder syrsa rölleka ekorre näktergal kvällsbris blåklint rimfrost rosenkvarts klöverfält groblad saltört
månsken älggräs sjöhäst fläderblom bokvete masurbjörk svartvinbär persilja lärkträd
"""
OUTDOORS = tuple(_OUTDOORS.split())

# What stands on a table, a shelf or in a garden.
_AT_HOME = """
segelbåt kringla veranda citron kompass lerkruka kalender köksskåp köksbord hibiskus spårvagn regnmätare sandlåda
linneskåp adventsljus blomvas dessertsked utebord flädersaft pussel osthyvel pepparkaka fönsterbräda golvlampa
fruktskål tesil fruktfat vandringskarta vaxkrita brödkavel trädgårdsstol gardin kaffekopp vävstol drivbänk syskrin
spenat brevlåda cykelkorg soffbord paraplyställ kummin nyckelring bokmärke anteckningsbok tygbit plättlagg julstjärna
grammofon fralla kaktus tapetrulle tekanna frimärke ampel vävmatta biljett farstu frisbee rotselleri saltkar mannagryn
takfönster domino brödkorg gitarr soppslev korsord linjal litermått rödbeta solur pennvässare värmeljus knappask radio
mazarin ullfilt matsäck visbok diskborste mortel lekstuga pergola akvarell kökslampa valnöt pläd fiol stickmössa
glasskål staffli vimpel sjökort trädkoja piano cykelhjälm fåtölj tandborste färgburk bakelse gryta yoghurt hallonsylt
eka atlas rågbröd läslampa vetemjöl ostkaka kardemumma smörgås spinnrock stearinljus barometer vetebröd picknickfilt
parasoll triangel pepparkvarn solstol rabarber kanot tunnbröd ingefära servett färja handduk bordsduk växthus
soffkudde risgryn tältduk fyrtorn vedspis smörask skivspelare kandelaber broderi tavelram rödlök buss matsked pulka
bläckpenna lemonad linoleum ångbåt pistage tidning havregryn fickur ukulele brevkort cello grönkål symaskin kryddhylla
vykort kaffepanna termos kakelugn endiv sandkaka ordbok lykta reflex matlåda minigolf krusbärssaft notblad köksstol
grillvante pelargon kaffekvarn xylofon purjolök brödrost ritblock hink tallrik väckarklocka bakplåt havrekaka kakburk
pendyl uterum cykelställ träskål sytråd gungstol senap begonia ärtsoppa tebricka pappersdrake muskot nyponsoppa
mätglas lingonsylt skrivbok träslev kavring köksbänk tehuv turskida lexikon väggklocka flytväst skorsten paraply
vedtrave tomat ryamatta regnrock kortlek schackbräde nektarin äppelmos kastrull aprikos rutschkana potatis
blyertspenna väggur kupé dragspel termometer altan hallmatta tärning knapplåda ljuslykta kakform vattenkanna mopp
trappsteg taklampa bokhylla marmelad kuvert garnnystan vedkorg fotpall fänkål svampkorg picknickkorg plommonsylt
odlingslåda kakfat läsfåtölj kajak gratängform pennskrin roddbåt badbrygga
"""
AT_HOME = tuple(_AT_HOME.split())
