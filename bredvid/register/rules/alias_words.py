"""The words of aliases: calm things outdoors, calm things at home.

A word's place is its number, and an alias is kept as numbers: a word is never changed or moved, and only the first list
may grow, at its end. None of them hints at violence, sex, drugs, money
or images; none is the name of a person or a municipality; no two are one letter apart, so that a word heard badly is
still told from another. tests/test_aliases.py holds all of it.
"""

# Animals, plants, water, weather.
_OUTDOORS = """
bäckfåra timotej krasse vattendrag skiffer ängsklocka klöverfält bergtall nötväcka åkerhumla hassellöv berguv
granris vårregn kullersten björnmossa rödhake solglimt svartvinbär skymning snödroppe kantarell vitsippa skogsduva
trollslända fackelblomster rapsfält murgröna lupin vinbär kungsljus ringblomma tulpan asplöv luktärt daggdroppe
hallon ängsull lönnlöv mejram göktyta lövhög flyttblock ekdunge veteax lagun ladusvala steglits lavendel rallarros
flundra barrmatta älggräs snöflinga pors barrträd älvdimma vårsol fjällsippa syren dovhjort lönnfrö höstlöv nysnö
ekollon nötskrika blåvinge lysmask vattenmöja björkholme molntuss tofsvipa fiskmås odon snäckskal strömming medvind
rågax skogshare soluppgång tallbacke sädesärla öring sälgkvist saltört trana isblomma revlummer gräsand vågskvalp
makrill bärnsten almfrö rönnbär grönsiska enbuske havreax ringduva maskros igelkott fjällripa sandstrand duggregn
storspov björkdunge lingon grankotte braxen lövträd blåbärsris gärdsmyg granit salvia renlav hasselnöt sandbank
skogsglänta gädda kobbe ligusterhäck västanvind nypon masurbjörk skogsstjärna eklöv turkduva kvarts gråsparv
silltrut islandslav pilfink lövskugga kaprifol persilja solnedgång fjällbäck ljung sommaräng mjölkört töväder humle
sånglärka åkerbär fjälltopp kiselsten kattfot kattuggla blåklocka rådjur linblomma spillkråka soldis hasselbuske
fältspat björklöv marmor sjöstjärna lindblom fjällsida morgonljus kungsfågel aspdunge hornuggla fjällämmel
vattenspegel krokus strandskata plommonträd rölleka skogsstig abborre storlom bofink syrenhäck järnsparv hjortron
gräshoppa smålom häggblom kalksten norrsken libbsticka tornseglare porfyr björnbär äppelblom enbär daggkåpa
vattenklöver fågelsång blomsteräng krusbär myrstack regnbåge björknäver lax körsbärsgren oregano kamomill havtorn
liljekonvalj strandsten näckros smörblomma vitklöver björkhage lingonris sommarregn videkvist tusensköna vitmossa
dyning blåsippa akleja körvel rosenfink koltrast talgoxe röding gryning löja skogsmyra kråkbär fjädermoln krusning
rullsten backsippa gullpudra basilika fruktträd starr tallkotte citronmeliss blåbär backtimjan sköldpadda kaveldun
sommarvind fjunsippa skogslind skogsbryn mjölon dalgång strandråg pärluggla kornax skogsek kronhjort rimfrost
rödklöver sidensvans prästkrage tranbär pärlhyacint källvatten tumlare tjäder mört blåval harsyra vintersol sjöhäst
fräken vårärt klapperstrand stenbräcka stjärnhimmel utter fågelbo sjöbris påfågelöga månsken solstråle sjöstrand
strandklippa grönfink scilla horngädda höstdimma havsvik gulmåra hängbjörk citronfjäril glänta lövsångare vårflod
fjord skogstjärn grusås kabbeleka havsbris smultron påsklilja glimmer gulsparv vårbäck syrsa renfana ekorre
näktergal blåmes blåklint morgondagg sanddyn sädesfält vildapel strandaster kvällsljus humleblomster korallrev
fläderblom honungsbi fjällbjörk bikupa gräslök fälthare
"""
OUTDOORS = tuple(_OUTDOORS.split())

# What stands on a table, a shelf or in a garden.
_AT_HOME = """
lerkruka blyertspenna tvärflöjt byrå tåg palsternacka pepparkaka gungstol solstol reservoarpenna mazarin gurkmeja
bordslöpare tvål kompass bordsduk blomvas degskrapa kanelbulle studsmatta bokhylla rabarber väckarklocka vykort
färja krusbärssaft tomat skorsten fruktskål sandkaka våffeljärn kratta läslampa kryddhylla tesil kaffekopp pannkaka
litermått frisbee spårvagn lykta sopborste broccoli knappask gräddkanna kummin ingefära atlas solur ljuslykta
perrong taklampa skrivbok blomkruka skridsko handduk tekanna trädgårdsstol ampel mopp fiol trappsteg kaffekvarn
frimärke jordgubbe mätglas brödkorg köksstol soppslev radio brevkort diskho lagerblad vattenkanna stearinljus
fönsterbräda almanacka tavelram sytråd lexikon hängmatta vandringskarta tygbit biljett dragspel saltkar eka takpanna
pensel hallonsylt mandel kortlek notblad julstjärna glasskål kakelugn blockflöjt korkmatta hängväxt jordglob
linoleum ryamatta munspel diskborste äppelmos gryta kardemumma fralla badbrygga bokmärke rågbröd golvlampa lapptäcke
regnrock ärtsoppa dörrklocka akvarell vimpel dörrmatta filmjölk tältduk parasoll hushållsvåg lekstuga turskida
smörgås flytväst valnöt regnmätare ketchup drömkaka buss tebricka termometer måttband osthyvel ryggsäck visbok
fågelbad klädnypa smörask gungbräda servett vävstol kaktus cykelhjälm potatis ballongvisp matsked tidning parkbänk
våffla fyrtorn mannagryn dadel tehuv havregryn pennskrin gitarr linjal schackbräde spenat stickmössa adventsljus
kuvert kaffepanna pulka tvättkorg purjolök risgryn brevlåda ljusstake reflex dessertsked minigolf citron pendyl
fotpall grytlapp notställ pelargon brödrost piano rödlök palett korsord veranda tallrik linneskåp pepparkvarn
staffli nyponsoppa kakburk grammofon läsfåtölj pakethållare träskål garnnystan fåtölj senap fikus blåbärssoppa
marmelad flagga muskot vedspis värmeljus flädersaft timglas träslev knäckebröd nyckelring plättlagg cykelkorg mortel
köksskåp kanot tapetrulle bärkorg sylttunna paprika gardin vedkorg pussel tärning aprikos vetemjöl kastrull apelsin
glasunderlägg rotselleri kalender skivspelare kupé domino vindflöjel odlingslåda trasmatta snurra symaskin ostkaka
kakform mjölkkanna dammvippa tandborste fotogenlampa pinnstol lingonsylt blomkål lovikkavante svampkorg hallmatta
rutschkana picknickfilt matsäck sandlåda
"""
AT_HOME = tuple(_AT_HOME.split())
