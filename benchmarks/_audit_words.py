"""What municipalities write of everything else: sentences and menus without a word of the audit's subject."""

SENTENCES = (
    "Du ansöker om plats i förskolan genom vår e-tjänst och får besked senast fyra månader innan platsen behövs.",
    "Taxan för vatten och avlopp består av en fast del och en del som beror på hur mycket ni förbrukar.",
    "Återvinningscentralen har öppet alla dagar utom stora helger.",
    "Har du frågor om ditt bygglov kan du boka tid med en bygglovshandläggare på telefon eller i stadshuset.",
    "Vi plogar först de stora vägarna och gång- och cykelvägarna, därefter bostadsgatorna.",
    "Kommunen ansvarar för gator, parker och lekplatser inom detaljplanelagt område.",
    "När ärendet är komplett fattar nämnden beslut inom tio veckor.",
    "Elever som har längre än fyra kilometer till skolan har rätt till skolskjuts.",
    "Biblioteket lånar ut böcker, filmer, verktyg och cykelkärror utan kostnad.",
    "Färdtjänst är till för dig som har en funktionsnedsättning och inte kan resa med vanlig kollektivtrafik.",
    "Anmäl felet i vår app så åtgärdar vi det så snart vi kan.",
    "Vid brand eller annan olycka ska du alltid ringa 112.",
    "Avgiften betalas i efterskott och får aldrig vara högre än maxtaxan.",
    "Personer över 75 år kan få hjälp av fixartjänsten med enkla göromål i hemmet.",
    "Årets budget antogs av kommunfullmäktige i november och gäller från och med januari.",
    "Vi tar emot besök på måndagar och torsdagar; andra dagar når du oss på telefon.",
    "Serveringstillstånd krävs för att få sälja alkohol till allmänheten på en restaurang.",
    "Föreningar som är registrerade i kommunen kan söka bidrag för lokaler och ledare.",
    "Om du inte är nöjd med beslutet kan du överklaga det inom tre veckor från den dag du fick det.",
    "Den som har behov av insatser kan kontakta biståndshandläggaren för en bedömning.",
    "Matavfallet blir biogas och biogödsel, så häng gärna påsen luftigt mellan tömningarna.",
    "Simhallen är barnvänlig, med varm bassäng, vattenrutschbana och kafé.",
    "Enheten för ekonomi och upphandling samordnar kommunens inköp.",
    "Läs mer om hur vi behandlar dina personuppgifter.",
    "Sedan 2019 har antalet invånare ökat med 3 procent, mest bland barn och äldre.",
    "Detaljplanen för området är ute på granskning till och med den 14 mars 2026.",
    "Äldreomsorgen arbetar för att du ska kunna bo kvar hemma med trygghet och självständighet.",
    "På sommaren är parken öppen dygnet runt, och det finns grillplatser vid sjön.",
)
TOPICS = (
    *("Avfall och återvinning", "Bygglov och tomter", "Vatten och avlopp", "Buss, bil och cykel", "Förskola"),
    *("Grundskola", "Gymnasium", "Vuxenutbildning", "Äldreomsorg", "Funktionsnedsättning", "Bibliotek", "Idrott"),
    *("Kultur", "Natur och parker", "Näringsliv", "Jobba hos oss", "Diarium", "Politik", "Krisberedskap", "Energi"),
    *("Lantmäteri", "Lokaler att hyra", "Parkering", "Snöröjning", "Sotning", "Stadsplanering", "Tillstånd", "Turism"),
)
ABOUT = ("avgifter", "ansök", "kontakt", "blanketter", "vanliga frågor", "öppettider", "regler", "så fungerar det")
