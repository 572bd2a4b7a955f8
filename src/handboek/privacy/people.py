"""What many people are called: first names and family names that are no Dutch word. Nobody in particular is meant.

Without accents and in small letters, as the patterns see them.
"""

from __future__ import annotations

FIRST = """
aafje aafke aaltje abdel abdelaziz abdelhak abdelilah abdelkader abdellah abdi abdirahman abdul abdulla abdullah
abdurrahman achmed achraf adil adnan adriaan adriana agnieszka ahlam ahmed ahmet aicha aidan aisha akke alaa alberta
aleid aleksandra alexandra ali alicja alida alie aliye amal amina amir amira ammar anand anas andre andrzej anette
anil anisa anita anja anke anneke annelies anneliese annemarie annemieke annet annette annie annigje anouar anouk ans
antje antoinette anton arie arjan arjen arwa asha ashwin aslihan asma astrid attje auke aukje aylin ayse aysegul aysel
ayten aziz aziza azize bahar bahri baran barbara bart bartosz bas bashar bauke baukelien baukje bea beata beatrix
beitske belgin ben bep beppie berend berivan berkay berna bernadette bert berta betje betty betul bianca bilal biniam
birgit birgul birsen bob bogdan bouchra bouke boukje brahim bram brigitte britt buket burak busra cagla canan cansu
carla carlijn carlos caroline catharina celal cem cemile cengiz ceren chafik chaima chaimae chandra chantal charlotte
cheng chris christa christiaan christina cigdem cihan cindy claudia coby cor cornelia cornelie cornelis corrie daan
dafne dagmar daniek daniela danielle danuta darek debbie demet deniz dennis derya desiree devika dewi diana dick
diederik dieuwertje dieuwke dilan dilara dilek dilnaz dimitri dina dineke dirk dirkje djamila doekle dorien dorota
doutsje doutzen drika driss dunya durk dursun ebrar ebru ecrin ed eda edwin eefje eelco eelke elias elif eline
elisabeth ellen elly els elsje elvira emel emin emine emma emre enes engelien engin erdal ergin erik erna ernestina
erol ersin esma esra esther eva evelien evert ewa fadime fadma fahri faisal faiza farah fardau farid farida fartun
fatih fatiha fatima fatma fatou fatoumata feike femke fenje fenna fenneke ferdi ferhat feven feyza fia fie fien
fientje fikret filiz floor fokke folkert foppe fouad francien frank frans fred frederik freek frida frouke froukje
fryske funda fusun gabriela gamal gamze geert geertje geertruida geesje gerard gerben gerbrich gerda gerdien gerdina
gerlof gerrit gerritdina gerritje gertrud gertrude geske ghislaine gijs gijsbert gijsbertha gisela gizem glenn gokhan
gonnie gonul grada greet greetje greta grietje grzegorz guido gulay gulcan gulhan gulizar gulsen gulten gustav guus
guusje habiba hafida hafsa hajar hakan halil halima halime halina hamid hamida hamza hanan hanane hanna hanneke hannie
hans harm harmen harmke harrie harry hasan hasna hassan hatice hatixhe hayat hayriye hedwig heidi hein heleen helga
hendrien hendrik hendrika hendrike hendrikje henk hennie henny henrik herma herman hermina hertha hessel hester hicham
hidde hikmet hilda hilde hilly hiltje hinke hiske hoda hodan houda houria hubertus huibert hulya humphrey huseyin huub
hylke hylkje ibrahim iclal idris ifrah ikbal ikram ilham ilknur ilona ilse ilyas ilyass imad iman imane imke imran ina
indra indradew ineke ines inge ingeborg ingrid ioana irena irina irma isabel ismael ismahan ismail ivana iveta ivo
iwan iwona izabela jaantje jaap jacek jacoba jacobus jacqueline jacques jadranka jadwiga jagernath jamal jamila jan
janna janneke jannetje jannie janny jansje jantina jantje janusz japik japke jaroslaw jasper jeanette jeanne jeannette
jelena jelle jellie jelmer jelte jeltje jeltsje jennifer jeroen jerzy jessica jetske jetty jikke jikkemien jitka jitse
jitske joanna joanneke jochem joep johan johanna johannes joke jolanda jolanta jolien jolijn joop joost jopie joran
jorien joris jorrit josef josien josje jouke jouwert jozef judith julia jurjen justyna kaatje kadir kadriye kamal
kamala kamil kamila kamla karel karima karin karlijn karolina karsten kasia katarzyna katja katrien kees kemal kenan
kerim kerstin kezban khadija khaldoun khaled khalid khalida kim kinga kitty klaas klara klasina klaske klazien klazina
koen koos kornelis krishna kristof krzysztof kubra lachmi lachmipersad laila lamia lamyae larbi lars latifa laura
leentje leida leila lejla leni lenie leo leonie levent leyla lianne lida lidia lidwien lidy lieke lies liesbeth lieuwe
lina linda lineke lisette lobke lodewijk loes lotte loubna lubna luca lucia ludmila ludo lukasz lutfi luuk maaike
maarten maartje machteld maciej magda magdalena magriet mahdi mahir mahmoud mahmut maikel malgorzata malgosia malika
mandy manon marcel marek margaret maria mariam mariama marian mariana marianne marieke marietje mariette marijke
mariola mariska marit mariusz marja marjan marjanne mark marleen marlies marloes marlous marouane marta martha martijn
martina marwa maryam marzena mateusz mathilde matthijs maud maudje maurits mehmet meike meindert melek meliha melike
melissa meltem menno meral mert meryam meryem metin metje michael michal michel michelle mieke mien mieneke miep mies
mireille miriam miroslaw mohamed mohammad mohammed mohamud mohan mohsin moniek monika monique monir mounir mourad
muhammed muhammet mukaddes mulugeta muna murad murat mustafa nabil nabila nadia nadine naima najat najib nasir nasira
natalia natasja nawal nawel necati neeltje nejat nel nelleke nelly nermin neslihan nesrin nezha nicole niels nienke
nihal nilgun nina nirmala niyazi nordin nour noura nouri nuray nurcan nurgul nuri nursel nurten nynke oguzhan okan
oksana olcay olga omar omer onno orhan orlando osama oscar osman otto ousmane oussama ozge ozgur ozlem patricia
patrick patrycja paula paulien pauline pawel peter petra petronella piet pieter pieternella pietje pietronella pinar
piotr pleun pleuni przemyslaw pytsje rabia rabin rachid rachida radha radjesh radoslaw rahim rahma rajesh rakesh
ramazan ramona ranjit rasha rayan recep reinder remco remziye renate renee renske reshma resit resul reyhan ria
richard rie riekie riekje rients rik rika rinske rita rixt riza rob robert roel roelie roelien roelof ron ronald rosa
rosalie roshni ruben rudi rukiye ruslan ruud ryszard sabina sabriye sadik safiye sahra said saida sakine saliha salim
salma salwa samir samira samiye sander sandra sangita sanne santosh sarita sarwan saskia satish savas sebastiaan
sebnem seher selcuk selim selin selma selwyn semiha semra sengul serdar serkan serpil sevda sevgi sevil sevim shanti
sharda sharmila sheila sheraida shirley sibe sibel siebe siebren sieger sien sientje sietse sietske sigrid siham sija
sijtje sila silvia simona simone sinan sineke siska sjaak sjaan sjoerd sjoerdje sjors sjoukje slavica slawomir smail
soerin sofie songul soraya soufiane soumaya stanislaw stefan stien stijn suat sukran suleyman sultana sumeyra sunita
suriya susan sushila suzanne swantje sybren sylvia sylwia syreeta sytske tahar tanja tarik tarkan tatjana tesfay teun
teunisje teuntje thamar thea theo theodora theresia thijs thomas tijmen tim tineke tinie tjalling tjeerd tjerk tjibbe
tjitske tom tomasz tomke tonnie tonny toos touria treesje trijntje trudy truus tsjikke tugba tuncay turgut turkan ufuk
ugur ulku uma umit umut ursula usha usman valentina vedat vera veronica vijay viktor vildan volkan waclaw waldemar
waleed walid wanda wendy wia wiebe wiebren wiesje wieslaw wietske wijnand wijnanda wilco wilhelmien wilhelmina
wilhelmus willeke willem willemien willemijn willemijntje willie willy wilma wim wioletta witold wojciech wouter wybe
wytske yagmur yahya yakup yara yasemin yasin yasmin yasmina yasmine yassin yavuz yeliz yener yeter yfke yildiray
yildiz yonas younes youness yousra youssef ysbrand ytsje ytzen yuksel yulia yusuf yvet yvette yvonne zahra zakaria
zbigniew zehra zekeriya zeki zekiye zeliha zeynab zeyneb zeynep zinab zineb zoe zofia zohra zoubida zouhair zubeyde
zuhal zulfiye zuzanna
"""
FAMILY = """
aalbers acar aksoy aktas akyol albayrak amatdjais arntz arslan aslan atalay avci aydin aydogan bakkali balci
baldewsingh bayram belkacem benali bennani benyahia biharie bissessur boedhoe bouali bouazza bouhlal boukhari bulut
celik cetin chaoui claessens demir demirci demirtas derksen dogan driessen duman elmas erdem erdogan erkan gajadien
gerritsen giesbers guler gunes gungor haddou hendriks hendriksen hermans huijbers idrissi jacobsen jagroep jankipersad
jansen janssen janssens kaczmarek kahraman kalicharan kaplan karaca karakaya kartosen kaya kaymaz kilic klaassen
korkmaz kowalczyk koyuncu kuijpers kurt kuypers lewandowska lewandowski mahabier martens mazur mertens mohabir nowak
nowicki oemrawsingh ouali ozcan ozdemir ozkan ozturk petersen pietersen polat raghoebir ramautar ramcharan ramdas
ramdin ramdjan ramlal ramsaran ramsoekh reijnders rutten sahin saric sewnath simsek sital soekhoe soerdjan soylu
sukhraj tahiri tekin teunissen theunissen thijssen toprak unal uysal verbeek verhagen verhoeven vermeulen willemsen
wojcik wolters wouters wozniak yalcin yaman yavas yildirim yildiz yilmaz yuksel zielinska zielinski zouhri
"""
KNOWN = frozenset(f"{FIRST} {FAMILY}".split())
"""All of them."""
