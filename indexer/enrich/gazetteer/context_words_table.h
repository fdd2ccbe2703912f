#pragma once

#include <string_view>

namespace pressmark::indexer::context {

/// Words around a place name that tell what the name is. Separated by blanks, folded.

/// Before a surname; behind an abbreviation there may be a point.
inline constexpr std::string_view kTitles =
    "miss sir lord lady dame madame monsieur herr frau judge justice sergeant officer captain "
    "colonel lieutenant general major detective inspector professor reverend father "
    "sister brother rabbi imam coach chairman aunt uncle queen king prince princess duke duchess "
    "earl baroness "
    "pope president senator mayor";
inline constexpr std::string_view kBriefTitles =
    "mr mrs ms dr mme sgt capt col lt gen maj cpl det prof rev sen";

/// Before a place.
inline constexpr std::string_view kLocatives =
    "in at near from outside around across throughout inside within toward towards to via between "
    "into over of for "
    "southern northern eastern western central downtown visit visited visiting leave left entered "
    "neighbouring neighboring";

/// Surely before a place, however small.
inline constexpr std::string_view kStrictLocatives =
    "in near outside around across throughout inside downtown neighbouring neighboring";

/// Behind a state or its adjective: the name is no person's.
inline constexpr std::string_view kStateWords =
    "president prime premier minister government governor gov legislature lawmakers senate senator "
    "senators house assembly "
    "parliament congress court supreme high ministry department dept secretary foreign finance "
    "interior defense defence "
    "justice health education agriculture trade army navy air force forces military police border "
    "coast guard national "
    "central bank king queen prince princess emperor sultan emir embassy ambassador consulate "
    "republicans democrats "
    "republican democratic party state federal general attorney chief constitution university "
    "college institute airport "
    "international north south east west street city valley coast river lake island islands "
    "mountain province county "
    "open cup league championship grand prix olympic olympics world team squad airlines airways "
    "railway railways oil gas "
    "steel energy power stock exchange telecom post times news today herald government's "
    "gdp exports imports "
    "economy inflation peso election elections vote voters war crisis talks deal sanctions accord "
    "treaty pact summit "
    "ports authority tech southern "
    "power company";

/// Before a large town, small: a quarter of it, "east London".
inline constexpr std::string_view kQuarters =
    "north south east west central inner outer northern southern eastern western";

/// Behind a town or region that they are called after, wherever they are: "Connaught Hospital". And
/// before "of" it: "Bishop of Durham".
inline constexpr std::string_view kHouses =
    "academy cathedral chapel church hospital infirmary school barracks";
inline constexpr std::string_view kPeers =
    "archbishop bishop duchess duke earl marquess viscount countess";

/// Names of papers end so.
inline constexpr std::string_view kPapers =
    "times post herald tribune gazette chronicle globe guardian telegraph journal observer "
    "examiner courier daily mail "
    "express dispatch inquirer sentinel ledger advertiser standard monitor review magazine "
    "bulletin digest mirror echo "
    "enquirer argus citizen";

/// Teams of the leagues of North America: behind a town's name they show that it is no person's.
inline constexpr std::string_view kTeams =
    "76ers astros athletics avalanche bears bengals bills blackhawks blazers blues braves brewers "
    "broncos browns bruins "
    "buccaneers bucks bulls canadiens canucks capitals cardinals cavaliers celtics chargers chiefs "
    "clippers colts "
    "commanders cowboys cubs devils diamondbacks dodgers dolphins ducks dynamo eagles falcons "
    "flames flyers giants "
    "grizzlies guardians hawks heat hornets hurricanes islanders jaguars jazz jets kings knicks "
    "knights kraken lakers "
    "lightning lions magic mariners marlins mavericks mets nationals nets nuggets oilers orioles "
    "packers padres panthers "
    "patriots pelicans penguins phillies pirates pistons predators raiders rams rangers raptors "
    "ravens rays redskins "
    "rockets rockies royals sabres saints seahawks senators sharks sox spurs stars steelers suns "
    "texans thunder "
    "timberwolves titans twins vikings warriors wizards yankees";

/// Streets and houses are called after places they are not in.
inline constexpr std::string_view kStreets =
    "street road avenue lane drive boulevard blvd ave rd terrace crescent court hotel pub inn "
    "restaurant cafe";

/// Before the place that a house is called after: "Hotel Bristol".
inline constexpr std::string_view kHousesBefore =
    "bistro cafe cinema hotel osteria palais pension pizzeria restaurant taverna trattoria villa";

/// Behind an adjective that speaks of no state: "French restaurant".
inline constexpr std::string_view kNoState =
    "food foods cuisine restaurant restaurants cooking dish dishes language languages literature "
    "teacher teachers lesson "
    "lessons speaker speakers speaking accent descent ancestry heritage origin origins roots toast "
    "fries fry oven pastry "
    "pastries cheese bulldog setter shepherd terrier whisky whiskey coffee tea breakfast muffin "
    "muffins pub style cooks "
    "chef cookery novel translation translator subtitles dub class classes degree tutor phrase "
    "words wine wines salad takeaway takeaways curry curries guitar guitars rug rugs carpet towel "
    "towels lamp lamps vase vases couscous flatbread laksa borscht tagine dumplings kebab kebabs "
    "meatballs omelette omelettes pancake pancakes recipes sausage sausages stew yoghurt yogurt";

/// ... unless those are traded: "Colombian coffee exports".
inline constexpr std::string_view kOfTrade =
    "chain company cooperatives crop demand exporter exporters exports factories factory farmer "
    "farmers firm giant grower growers harvest imports industry maker makers market merchants "
    "output plant price prices producer producers production retailer sales sector seller "
    "shipments trade traders warehouse worker workers";

/// Behind money: "the rand weakened".
inline constexpr std::string_view kMovesOfMoney =
    "closed depreciated dipped dropped eased edged fell firmed gained jumped plummeted plunged "
    "rallied recovered rose sank slid slipped slumped softened steadied strengthened surged traded "
    "tumbled weakened";

/// ... and where it begins a sentence: persons rise and slip, too.
inline constexpr std::string_view kMovesOfMoneyAlone =
    "depreciated eased firmed strengthened weakened";

/// Behind an adjective that names a currency: "Canadian dollars".
inline constexpr std::string_view kCurrencies =
    "dollar dollars dlr dlrs franc francs pound pounds krona kronor krone kroner crown crowns mark "
    "marks peso pesos lira "
    "rupee rupees rouble roubles ruble rubles dinar dinars riyal riyals yen won currency eurobond "
    "eurobonds";

/// Behind a country's name that is no adjective: "US dollars", "Hong Kong dollars". Only words that
/// are no verbs or acts: "Britain pounds" and "France won" are none.
inline constexpr std::string_view kCountryCurrencies =
    "dollar dollars dlr dlrs franc francs rupee rupees dinar dinars dirham dirhams riyal riyals "
    "shilling shillings peso pesos";

/// Before an "us" in capitals that ends a line or sentence: "Contact US".
inline constexpr std::string_view kBeforeUs =
    "about ask call contact email find follow help inform join let subscribe support tell text "
    "told visit with write";

/// Behind "Turkey" at the beginning of a sentence: of the bird.
inline constexpr std::string_view kOfTurkeys =
    "bacon breast breasts breeder breeders broth burger burgers carcass carcasses casserole dinner "
    "dinners drumstick drumsticks eggs feathers giblets gobblers gravy hatchery hens hunters "
    "hunting leftovers leg legs meat meatballs mince necks nuggets poults roast sandwich "
    "sandwiches sausage sausages soup stuffing thighs trot trots wings";

/// Names of countries that any line of capitals may hold as words or given names.
inline constexpr std::string_view kWordsInCapitals = "us turkey chad";

/// Behind "Georgia" and its like: of a state of the USA, or of a sovereign one.
inline constexpr std::string_view kOfStates =
    "governor gov legislature lawmakers lawmaker republican republicans democrat democrats senator "
    "sen tech department "
    "dept bulldogs voters house senate state county southern power power";
inline constexpr std::string_view kOfNations =
    "parliament president prime premier minister foreign defense defence ambassador embassy army "
    "king";

/// Behind a name that makes it another one: "Rosario Bay".
inline constexpr std::string_view kLandforms =
    "bay creek beach park springs heights hills valley river lake falls point grove ridge canyon "
    "woods glen hill "
    "mountain mountains shoal reef atoll glacier sea strait straits ocean island islands isle "
    "isles land peninsula desert "
    "broads highlands plateau basin shelf ice square lough loch";

/// Behind a town, or before "of" it: what was signed there, and is in force elsewhere: "Dublin
/// Regulation", "Peace of Westphalia".
inline constexpr std::string_view kTreaties =
    "accord accords agreement agreements consensus convention conventions declaration framework "
    "memorandum pact "
    "principles process protocol protocols regulation regulations rules statute treaties treaty";
inline constexpr std::string_view kTreatiesOf =
    "charter congress convention conventions declaration pact peace protocol protocols statute "
    "treaties treaty";

/// What a town, and what a part of a country is said to be: "the Lebanese city of Tripoli", "the
/// Greek region of Macedonia".
inline constexpr std::string_view kSettlements =
    "borough capital city hamlet municipality neighborhood neighbourhood port resort settlement "
    "state suburb territory town township village";
/// ... without words that go on: "the Iranian state media", "the Greek port strike".
inline constexpr std::string_view kTowns =
    "borough city hamlet municipality neighborhood neighbourhood prison resort settlement suburb "
    "town township village";
/// ... such as no country is.
inline constexpr std::string_view kHamlets = "hamlet town village";
inline constexpr std::string_view kArticles = "a an one the";
/// Behind a town that is called so: a clause, or where it lies.
inline constexpr std::string_view kBehindTown =
    "about after and as at before but by during for from has have in is near on or since that to "
    "under until was were when where which while who whose will with";
inline constexpr std::string_view kParts =
    "canton county department district prefecture province "
    "region";

/// Between those and whose they are no adjective stands: "Russian troops in the city of Kherson".
inline constexpr std::string_view kNoAdjectives =
    "a an and at by from held in into near occupied of on or out sister the to twin with";

/// Behind "Spanish is", "Welsh will be": the language.
inline constexpr std::string_view kOfLanguages =
    "compulsory language languages learned learnt read speak spoken taught tongue translated "
    "written";
inline constexpr std::string_view kBeing = "are be been being is was were";

/// Behind "the Alhambra": no noun, so that the article belongs to the name.
inline constexpr std::string_view kBehindLandmark =
    "had has is was were will would could can must may";

/// "a replica of the Eiffel Tower" is not in Paris.
inline constexpr std::string_view kCopies =
    "copies copy imitation imitations miniature mock-up model models replica replicas reproduction "
    "scale-model";

/// What a person is called by behind the name, and hardly a country: "Holland, a goalie from".
inline constexpr std::string_view kTrades =
    "accountant actor actress apprentice artist baker barber barista barrister bartender biologist "
    "boxer butcher butler caretaker carer carpenter cashier caterer chef chemist "
    "clerk cleaner comedian cook courier cyclist deckhand dentist "
    "drummer electrician engineer farmer firefighter fisherman florist "
    "freshman gardener goalie goalkeeper golfer grandfather grandmother guitarist gymnast "
    "hairdresser historian housewife janitor jockey joiner journalist lawyer lecturer librarian "
    "lifeguard linebacker lobsterman mason mechanic medic midfielder midwife miner "
    "musician novelist nurse painter paramedic pensioner pharmacist photographer physicist "
    "pianist plumber poet policeman policewoman postman psychologist pupil quarterback "
    "rancher rapper receptionist roofer saxophonist schoolboy schoolgirl sculptor "
    "shepherd shopkeeper singer skater skier soldier solicitor sophomore striker "
    "student surfer surgeon swimmer tailor teenager therapist tiler trainee trucker "
    "vet violinist waiter waitress welder widow widower winger writer";

/// The first half of "Anglo-French" and its like, with its country.
inline constexpr std::string_view kFirstHalves =
    "anglo:GB austro:AT dano:DK franco:FR gallo:FR graeco:GR greco:GR hispano:ES indo:IN italo:IT "
    "luso:PT nippo:JP russo:RU serbo:RS sino:CN turco:TR";

/// Between a town and where it lies: "a town of 2,700 people in western Maine".
inline constexpr std::string_view kBesides = "in of";
inline constexpr std::string_view kInhabitants =
    "about almost around barely home inhabitants just nearly of only over people residents roughly "
    "some souls to";

/// ... and of a way: "60 km west of Brisbane".
inline constexpr std::string_view kDistances =
    "about just k kilometers kilometres km kms mile miles of off some";

/// Before the name of a storm.
inline constexpr std::string_view kStorms = "cyclone hurricane storm typhoon";

/// Behind a number that counts what several have: "Japan, 12, are".
inline constexpr std::string_view kManyDo = "are have lead leads were";

/// Counties of England that counties of the USA are called as, and what only those have.
inline constexpr std::string_view kShiresOverseas =
    "cumberland essex kent middlesex norfolk suffolk surrey sussex";
inline constexpr std::string_view kOfAmericanCounties =
    "commissioner commissioners prosecutor prosecutors sheriff voters";

/// Between two languages, "Spanish, passable Mandarin and a little Finnish".
inline constexpr std::string_view kAnd = "and or";

/// Between two teams: "Everton beat Monaco".
inline constexpr std::string_view kWins =
    "beat beats drew edged eliminated hammered held overcame thrashed trounced";

/// Initials of a navy before the name of a ship of hers.
inline constexpr std::string_view kNavies = "hmas hmcs hmnzs hms uscgc usns uss";

/// Before the name of a ship, and before her class where it is written small.
inline constexpr std::string_view kShipPrefixes = "hms uss hmas hmcs hmnzs ins rms mv ms ss usns";
inline constexpr std::string_view kShips =
    "battleship corvette cruiser destroyer ferry freighter frigate liner schooner sloop submarine "
    "tanker "
    "trawler tug yacht";

/// Before a team that was played against, and before the "to" of a result: "lost to Valencia".
inline constexpr std::string_view kOpponents =
    "against beat beaten beating beats defeated defeating edged eliminated host hosted hosting "
    "overcame overcome "
    "thrashed v versus vs";
inline constexpr std::string_view kDefeats =
    "defeat defeated defeats fell lose loses losing loss losses lost succumbed";

inline constexpr std::string_view kMonths =
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug "
    "sep sept oct nov dec";

/// A language, and right behind it what stands before the name of one: "en français", "på svenska",
/// "lingua russa".
inline constexpr std::string_view kBeforeLanguage =
    "deauf fren frlangue esen eslengua esidioma ptem ptlíngua ptidioma itin itlingua svpå dapå "
    "nopå "
    "plpo pljęzyk pljęzyka pljęzyku csjazyk csjazyka csjazyce";

/// Before a language: "in French", "speaks Spanish".
inline constexpr std::string_view kSpeaks =
    "speak speaks speaking spoke spoken fluent fluently into translated broken learn learning "
    "learned taught teach teaches study studies studied studying";

/// Before "from" and a language.
inline constexpr std::string_view kTranslations =
    "adaptation adapted rendered translated translation translations";

/// Between those: "speaks only Russian".
inline constexpr std::string_view kManners =
    "basic excellent flawless good just little mostly no only passable perfect some";

/// Behind a language, where nothing is said of a thing from there: "in Spanish after", "in French
/// and".
inline constexpr std::string_view kBehindLanguage =
    "after and as at because before but by during for if on or since so that then to when where "
    "which while who with";

/// Given names that are common words at the start of a sentence.
inline constexpr std::string_view kWordNames =
    "will may april june august mark grant rich drew bill pat art gene joy hope faith grace rose "
    "ivy summer autumn dawn "
    "rusty sunny christian an in so my see son my de la le van the her he an ok no tai sol sal see "
    "most many any an yes "
    "china jan wed santa san major prince king duke earl royal general west north south east "
    "central chief bank iron "
    "ally price press case lane miles page rock star van royal early ever else easter dong do be";

/// Abbreviations of states and provinces after "City, ": country, then the forms without points.
inline constexpr std::string_view kStates =
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb "
    "nev nh nj nm ny nc nd "
    "okla ore pa ri sc sd tenn tex vt va wash wva wis wyo dc al ak az ar ca co ct de fl hi id il "
    "in ia ks me mi mn ms mt "
    "ne nv oh ok or tn tx ut wa wv wi wy idaho utah ohio iowa maine hawaii alaska";
inline constexpr std::string_view kProvinces =
    "ont alta bc sask que nb ns nfld pei man on ab qc sk mb nl";

/// Languages that are at home in one country or three, and those: in their texts a town from there
/// is hardly another word.
inline constexpr std::string_view kHomes =
    "csCZ daDK deAT deCH deDE fiFI frFR huHU idID itIT nlNL noNO plPL ptBR ptPT roRO svSE trTR "
    "viVN";

/// In languages without capitals, as written right before and right behind a country whose name is
/// also a plain word; separated by '|'.
inline constexpr std::string_view kBeforeCountry =
    "في |إلى |جمهورية |دولة |حكومة |در |کشور |جمهوری |ประเทศ";
inline constexpr std::string_view kBehindCountry =
    " में| میں| મા| ਵਿੱਚ| मध्ये| 정부| 대통령| 내전| 총리| 공화국";

/// What goes on in a foreign name that begins as a country's does: "阿曼达" is Amanda.
inline constexpr std::string_view kHanNameLetters =
    "达|達|兰|蘭|尼|斯|丽|麗|莉|亚|亞|诺|諾|克|特|拉|奇|塔|蒂|娜|乌|烏";

}  // namespace pressmark::indexer::context
