// Names for people and customers that nobody has, or everybody: first and last names put together by chance.

export const firstNames: readonly string[] = (
  'Tessa Marco Priya Dale Ingrid Hassan Lucia Otis Mei Grady Noor Felix Amara Wendell Sofia Kenji Bettina Rashad Elena Curtis ' +
  'Yara Duncan Odette Luis Maren Tobias Ifeoma Walter Xenia Rohan Greta Malik Paloma Ernest Linnea Samir Delia Hugo Thandi Bruno ' +
  'Alma Casper Ruth Imran Celia Dmitri Fern Jorge Hana Leland Marta Niko Opal Quentin Rosa Stefan Tamsin Umar Vera Wyatt'
).split(' ');

export const lastNames: readonly string[] = (
  'Brandt Okafor Lindqvist Marsh Iyer Castellan Novak Pruitt Haddad Tanaka Whitlow Moreno Achebe Fenwick Larsen Baptiste Kowal ' +
  'Drummond Salazar Ekholm Ferris Nakata Osborne Reyes Thackeray Ulrich Vance Weatherly Yilmaz Zamora Abernathy Bellamy Corrigan ' +
  'Delgado Eastman Forsythe Gallegos Hollis Ibarra Jensen Kessler Lockhart Mbeki Northrup Ortega Penhale Quigley Ramsey Sorensen ' +
  'Tolliver Underhill Villanueva Westbrook Yarrow Zielinski Ashdown Birch Calloway Dunmore'
).split(' ');
