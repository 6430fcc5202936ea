// Names to swap in: given and family names of many origins, names that are also everyday words, and made-up ones that stand on no
// list. Of the bench alone: nothing that marks or redacts reads it.
import type { Chance } from '../chance.ts';

/** A person as a contact may name them. */
export interface Name {
  readonly first: string;
  readonly last: string;
}

interface Origin {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

const origin = (given: string, family: string): Origin => ({ given: given.split(' '), family: family.split(' ') });

/** What the original of every pair is named by: common in the United States and Britain. */
const reference = origin(
  'Jennifer Michael Karen Steven Emily Kevin Laura Brian Susan Jason Amy Daniel Rebecca Andrew',
  'Miller Anderson Thompson Wilson Harris Robinson Mitchell Campbell Roberts Phillips Evans Edwards',
);

const origins: Readonly<Record<string, Origin>> = {
  'African American': origin('Lakisha Jamal Tyrone Ebony DeShawn Keisha', 'Washington Jefferson Booker Banks'),
  Akan: origin('Kwame Akosua Kofi Abena Yaw', 'Mensah Owusu Asante Boateng'),
  Amharic: origin('Tadesse Selamawit Dawit Meseret', 'Bekele Haile Tesfaye Girma'),
  Arabic: origin('Mohammed Fatima Khalid Noor Abdullah Layla', 'al-Masri Haddad Khoury Hussein'),
  Chinese: origin('Xiaoming Wei Ying Zhiqiang Qiu Lan', 'Zhang Wang Li Xu Ng Cheung'),
  Dutch: origin('Joost Sanne Maarten Femke', 'van-Dijk Bakker de-Vries Hoekstra'),
  Farsi: origin('Shirin Reza Parisa Kourosh', 'Hosseini Ahmadi Tehrani Moradi'),
  Filipino: origin('Jhun Maricel Bong Ligaya', 'Dimaculangan Santos Macaraeg Bautista'),
  French: origin('Élodie Thibault Aurélie Benoît', 'Lefèvre Dubois Girard Moreau'),
  German: origin('Jürgen Heike Wolfgang Anke', 'Müller Schröder Hoffmann Weiß'),
  Greek: origin('Eleni Stavros Despina Yiannis', 'Papadopoulos Nikolaidis Georgiou Economou'),
  Hausa: origin('Aminu Hauwa Ibrahim Zainab', 'Bello Danjuma Sani Abubakar'),
  Hawaiian: origin('Keanu Leilani Kaimana Noelani', 'Kealoha Kamaka Kahale Akana'),
  Hebrew: origin('Yael Moshe Tzipporah Eitan', 'Ben-David Shapira Goldstein Mizrahi'),
  Hindi: origin('Priya Rajesh Sunita Vikram Aarav', 'Sharma Gupta Singh Agarwal'),
  Igbo: origin('Chidi Ngozi Obinna Adaeze', 'Okonkwo Nwosu Eze Okafor'),
  Irish: origin('Siobhán Niamh Eoin Caoimhe', "O'Sullivan Ó-Briain Gallagher Doherty"),
  Italian: origin('Giuseppe Chiara Luca Donatella', 'Esposito Ricci Lombardi Greco'),
  Japanese: origin('Haruto Yuki Kenji Sakura Aoi', 'Watanabe Ono Takahashi Ito'),
  Korean: origin('Ji-woo Min-jun Seo-yeon Eun', 'Kim Park Choi Yoon'),
  Navajo: origin('Yanaha Ahiga Shima Nizhoni', 'Begay Yazzie Tsosie Benally'),
  Polish: origin('Agnieszka Wojciech Małgorzata Zbigniew', 'Kowalczyk Wiśniewski Szymański Nowak'),
  Portuguese: origin('João Inês Thiago Conceição', 'Gonçalves Carvalho da-Silva Magalhães'),
  Punjabi: origin('Gurpreet Harjit Simran Balwinder', 'Kaur Dhillon Sandhu Gill'),
  Russian: origin('Svetlana Dmitri Oksana Yevgeny', 'Ivanova Kuznetsov Petrenko Volkov'),
  Samoan: origin('Sione Malia Tavita Sina', 'Tuiasosopo Leavasa Faleolo Tuilagi'),
  Scandinavian: origin('Bjørn Åsa Lars Sigrid', 'Jørgensen Lindqvist Nygård Håkansson'),
  Somali: origin('Abdirahman Hodan Ayaan Warsame', 'Farah Warsame Jama Abdi'),
  Spanish: origin('José Guadalupe Jesús Ximena Ángel', 'Hernández Muñoz Gutiérrez Ybarra'),
  Swahili: origin('Juma Neema Baraka Zuhura', 'Mwangi Otieno Kamau Wanjiru'),
  Tamil: origin('Karthik Lakshmi Murugan Thenmozhi', 'Subramanian Natarajan Iyer Ramasamy'),
  Turkish: origin('Ayşe Mehmet Gülşen Çağlar', 'Yılmaz Öztürk Şahin Demir'),
  Vietnamese: origin('Nguyệt Huy Thảo Minh Anh', 'Nguyễn Trần Phạm Vu'),
  Welsh: origin('Llewelyn Angharad Rhys Eirlys', 'Llwyd Gruffydd Prydderch Bevan'),
  Yoruba: origin('Oluwaseun Folake Babatunde Yetunde', 'Adeyemi Ogunleye Balogun Afolabi'),
  Zulu: origin('Sipho Nomvula Thandeka Bongani', 'Dlamini Nkosi Khumalo Mthembu'),
};

/** Names that are also words of everyday talk: the hardest to tell from what is meant. */
const wordNames = origin(
  'Will Grace May Mark Hope Faith Joy Rose Dawn Summer Christian Bill Sue Pat Art Drew Frank Wade Chase Hunter Rich Cash An Do So Yu Long Ha My Miles Rob Jack Gene Guy Sunny Star Love Precious Blessing Gift Patience Given',
  'Long Young Price Best Day Moon Rice Love Good Little Short Sharp Church Hall Field Close Bank Cook Cash Early Savage Wise Small Sun Song So Do An Power',
);

/** How many names and origins there are, for the bench to say. */
export const nameCounts = {
  origins: Object.keys(origins).length,
  names: Object.values(origins).reduce((sum, { given, family }) => sum + given.length + family.length, 0),
};

/** A name of the reference. */
export function referenceName(chance: Chance): Name {
  return from(reference, chance);
}

/** A name of one of the origins, each as likely as the others. */
export function nameOfOrigin(chance: Chance): Name {
  return from(chance.of(Object.values(origins)), chance);
}

/** A name of which both parts are everyday words. */
export function wordName(chance: Chance): Name {
  return from(wordNames, chance);
}

/** Pronounceable and on no list. */
export function madeUpName(chance: Chance): Name {
  return { first: madeUp(chance, 1 + chance.below(2)), last: madeUp(chance, 2 + chance.below(2)) };
}

function from({ given, family }: Origin, chance: Chance): Name {
  return { first: chance.of(given), last: chance.of(family).replace(/^(van|de|da|Ó)-/, '$1 ') };
}

const starts = [
  'b',
  'br',
  'ch',
  'd',
  'f',
  'g',
  'gl',
  'h',
  'j',
  'k',
  'kr',
  'l',
  'm',
  'n',
  'p',
  'qu',
  'r',
  's',
  'sk',
  't',
  'tr',
  'v',
  'w',
  'y',
  'z',
  'zh',
];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ei', 'ou', 'ia', 'uo'];
const ends = ['', '', 'n', 'r', 'l', 's', 'th', 'k', 'm', 'x', 'nd', 'v'];

function madeUp(chance: Chance, syllables: number): string {
  let name = '';
  for (let nth = 0; nth <= syllables; nth++) name += chance.of(starts) + chance.of(vowels);
  name += chance.of(ends);
  return name[0]!.toUpperCase() + name.slice(1);
}
