// The words of a phrase that opens a colleague's keys: plain Swedish ones of which no two are within two slips of each
// other. They are the single words of the shopping list's first version; a phrase stands on paper, so none is ever moved.

export const WORDS = `
  äpplen bananer päron apelsiner clementiner citron lime grapefrukt vindruvor vattenmelon mango kiwi persikor
  nektariner plommon jordgubbar hallon blåbär lingon körsbär granatäpple avokado dadlar fikon russin rabarber tomater
  gurka ruccola spenat grönkål vitkål rödkål blomkål broccoli brysselkål spetskål potatis sötpotatis morötter rödbetor
  rotselleri blekselleri rödlök salladslök purjolök vitlök zucchini aubergine pumpa majskolvar sparris sockerärter
  rädisor böngroddar ingefära fänkål persilja dill gräslök basilika mynta timjan rosmarin pepparrot mjölk havredryck
  sojadryck vispgrädde kaffegrädde gräddfil filmjölk kvarg smör margarin hushållsost färskost brieost mozzarella
  fetaost halloumi parmesan ädelost mjukost ägg ricotta havregrädde franskbröd rostbröd knäckebröd rågbröd tunnbröd
  pitabröd korvbröd naanbröd baguette croissanter frallor surdegsbröd kanelbullar skorpor brödpinnar riskakor pizzadeg
  muffins sockerkaka rulltårta gräddtårta pepparkakor pannkakor våfflor nötfärs blandfärs kycklinglår fläskfilé bacon
  skinka salami falukorv varmkorv köttbullar leverpastej ryggbiff grytbitar kalkon vegoburgare sojafärs tofu falafel
  laxfilé torskfilé fiskpinnar räkor tonfisk makrill kaviar sardiner ansjovis crabsticks hamburgare kebabkött
  makaroner spaghetti pennepasta skruvpasta tagliatelle tortellini gnocchi äggnudlar risnudlar snabbnudlar jasminris
  basmatiris råris grötris couscous bulgur quinoa kikärtor kidneybönor tomatpuré pastasås pesto burkmajs kokosmjölk
  oliver ättiksgurka kapris hönsbuljong köttbuljong olivolja rapsolja solrosolja sesamolja ättika sojasås ketchup
  senap dijonsenap majonnäs remouladsås barbecuesås ostronsås salsasås guacamole hummus tzatziki tahini tacoskal
  tacokrydda honung hallonsylt lingonsylt blåbärssylt äppelmos nötkräm kokosolja müsli granola cornflakes havregryn
  rågflingor mannagryn linfrön chiafrön solrosfrön pumpafrön sesamfrön ärtsoppa tomatsoppa svampsoppa nyponsoppa
  pannkaksmix potatismos brunsås krutonger currypasta vetemjöl rågmjöl grahamsmjöl dinkelmjöl potatismjöl mandelmjöl
  strösocker florsocker farinsocker pärlsocker bitsocker vaniljstång lönnsirap torrjäst bakpulver bikarbonat
  gelatinblad kakao mandelmassa ströbröd strössel kakmix vaniljsås tårtljus salt svartpeppar vitpeppar currypulver
  kanel kardemumma muskotnöt kryddpeppar spiskummin kummin gurkmeja saffran oregano lagerblad lökpulver grillkrydda
  örtsalt vaniljglass isglass fryspizza isbitar vårrullar fiskgratäng piroger smördeg pajdeg popcorn ostbågar
  jordnötter mandel valnötter pinjenötter nötmix chokladask godis lakrits gelégodis gräddkola tuggummi havrekakor
  müslibars proteinbars dippmix saltpinnar bryggkaffe snabbkaffe kaffebönor örtte rooiboste äppeljuice druvjuice
  tomatjuice flädersaft hallonsaft lemonad flaskvatten cola apelsinläsk päronläsk smoothie iste ananasjuice schampo
  balsam duschtvål tandkräm tandborste tandtråd tandpetare munskölj deodorant solkräm ansiktskräm hudkräm läppbalsam
  nagelfil bomull hårspray hårgelé torrschampo hårborste hårsnoddar hårspännen plåster badsvamp tvättlappar badsalt
  badskum myggmedel diskmedel spolglans diskborste disktrasa disksvamp stålull tvättmedel sköljmedel tvättpåse
  klädnypor klädhängare klädrulle skokräm såpa fönsterputs skurkräm golvmopp hink sopborste sopskyffel golvtrasa
  dammtrasa sopsäckar soppåsar städsoda citronsyra möbelpolish silverputs plastfolie fryspåsar zippåsar stekpåsar
  kaffefilter tefilter servetter bordsduk sugrör kaffemuggar matlåda glasburkar drickflaska grytlappar påsklämmor
  färgpennor tuschpennor vaxkritor suddgummi pennvässare linjal ritblock bläckpatron kuvert frimärken vykort julkort
  gem häftklamrar häftstift pärmar plastfickor limstift papperslim kontorstejp målartejp packtejp etiketter
  presentband presentpåse gummiband almanacka pennfodral vattenfärg penslar modellera pärlor pussel kortlek korsord
  dagstidning såpbubblor ballonger bubbelpåse glödlampor batterier säkringar grenuttag reflexer cykellampa cykelolja
  spikar skruvar väggpluggar väggkrokar tavelkrokar möbeltassar sandpapper spackel isskrapa stearinljus värmeljus
  blockljus adventsljus doftljus handdukar badlakan örngott påslakan underlakan tygkasse paraply skosnören iläggssulor
  strumpor sytråd knappar resårband dragkedja garn blomjord blomnäring blomkruka lerkulor vattenkanna morotsfrön
  blomfrön gräsfrö tulpanlökar tulpaner rosor påskliljor hyacinter amaryllis julstjärna orkidé pelargon höstljung
  krukväxt fågelfrön grillkol julgran ljusslinga påskägg
`
  .trim()
  .split(/\s+/);
