package dev.varve.seed.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Places, and what is said of them. The number of a place says its city and so its country. */
final class PlaceWords {
  private static final long PLACES = 1 << 20;

  /** Of a country's code, name, currency and calling code, the columns of its line. */
  private static final Map<String, String[]> COUNTRIES = new HashMap<>();

  private static final List<String[]> CITIES = new ArrayList<>();

  static {
    for (String line : WordLists.get().of("countries")) {
      String[] words = line.split(" ");
      String name = String.join(" ", List.of(words).subList(1, words.length - 2));
      COUNTRIES.put(
          words[0],
          new String[] {words[0], name, words[words.length - 2], words[words.length - 1]});
    }
    for (String line : WordLists.get().of("cities")) {
      String[] words = line.split(" ");
      int end = words.length - 3;
      String name = String.join(" ", List.of(words).subList(0, end));
      CITIES.add(new String[] {name, words[end], words[end + 1], words[end + 2]});
    }
  }

  private PlaceWords() {}

  private static String[] city(long place) {
    return CITIES.get((int) (place % CITIES.size()));
  }

  private static String country(long place, int column) {
    return Objects.requireNonNull(COUNTRIES.get(city(place)[1]))[column];
  }

  private static Wording shared(Wording.Start start, @Nullable Wording alone) {
    return new Wording(PLACES, Integer.MAX_VALUE, true, start, place -> "", " ", alone);
  }

  /** The same of all countries. */
  private static Wording ofCountries(int column, int most) {
    Set<String> all = new TreeSet<>();
    for (String[] country : COUNTRIES.values()) {
      all.add(Wording.cut(country[column], most));
    }
    return RealisticTexts.list(List.copyOf(all));
  }

  static Wording city() {
    return shared(
        (place, room) -> city(place)[0],
        RealisticTexts.list(CITIES.stream().map(city -> city[0]).distinct().toList()));
  }

  static Wording country() {
    return shared((place, room) -> country(place, 1), ofCountries(1, Integer.MAX_VALUE));
  }

  /** Codes of countries; of a unique column all that there are. */
  static Wording countryCode(int most) {
    return shared((place, room) -> Wording.cut(country(place, 0), most), ofCountries(0, most));
  }

  static Wording currency(int most) {
    return shared((place, room) -> Wording.cut(country(place, 2), most), ofCountries(2, most));
  }

  static Wording postalCode() {
    return shared(
        (place, room) -> Codes.padded(10_000 + place % 89_999, 5), Codes.digits(99_999, 5));
  }

  /** A house in a street, and in the place's city. */
  static Wording street(boolean withCity) {
    List<String> names = WordLists.get().of("streets");
    List<String> kinds = WordLists.get().of("street kinds");
    return shared(
        (place, room) -> {
          long mixed = Keys.mix(place) >>> 1;
          String name = names.get((int) (mixed % names.size()));
          String kind = kinds.get((int) (mixed / names.size() % kinds.size()));
          String house = 1 + mixed / 7919 % 180 + " " + name + ' ' + kind;
          return withCity ? house + ", " + city(place)[0] : house;
        },
        null);
  }

  /** Numbers that nobody has, 555 with the country's code before. */
  static Wording phone() {
    return new Wording(
        10_000_000,
        17,
        true,
        (number, room) -> '+' + country(number, 3) + " 555 " + Codes.padded(number, 7),
        number -> "",
        " ",
        null);
  }

  /** How far north or east the place of a row is, in degrees with some digits. */
  static BigDecimal degrees(long key, long row, boolean north) {
    long place = Keys.permute(key, Long.remainderUnsigned(row, PLACES), PLACES);
    long jitter = Keys.mix(place + (north ? 1 : 2)) >>> 1;
    return new BigDecimal(city(place)[north ? 2 : 3])
        .add(BigDecimal.valueOf(jitter % 99_999 - 50_000, 6));
  }
}
