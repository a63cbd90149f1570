package dev.varve.seed.value;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers and letters that mean something: article numbers, IBANs, versions, hashes. */
final class Codes {
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BASE = SIGNS.length();

  private Codes() {}

  /** The codes that suit a column's name; null if it asks for none. */
  static @Nullable Wording of(ColumnLabel label) {
    if (label.is("sku", "article-number", "item-number", "part-number", "product-code")) {
      return articles();
    }
    if (label.is("iban", "bank-account")) {
      return Wording.of(10_000_000_000L, 22, "-", (number, room) -> iban(number));
    }
    if (label.is("ean", "gtin", "barcode", "isbn")) {
      String start = label.is("isbn") ? "978" : "400";
      return Wording.of(1_000_000_000, 13, "-", (number, room) -> ean(start, number));
    }
    if (label.is("ip", "ip-address", "remote-address")) {
      return Wording.of(1 << 24, 15, "-", (number, room) -> address(number));
    }
    if (label.is("version")) {
      return Wording.of(2000, 7, "-", (number, room) -> version(number));
    }
    if (label.is("hash", "digest", "checksum", "password-hash", "password", "fingerprint")) {
      return Wording.of(1L << 60, 64, "-", (number, room) -> hash(number));
    }
    if (label.is("hex", "hex-color", "hex-colour", "color-code", "colour-code")) {
      return Wording.of(1 << 24, 7, "-", (number, room) -> '#' + hex(number, 6));
    }
    boolean code =
        label.is("code", "reference", "ref", "number", "serial", "token", "order-no", "invoice-no");
    return code ? letters() : null;
  }

  /** Three letters and six digits: {@code KLT-048213}. */
  private static Wording articles() {
    long letters = (long) LETTERS.length() * LETTERS.length() * LETTERS.length();
    return Wording.of(
        letters * 1_000_000,
        10,
        "-",
        (number, room) -> letters(number / 1_000_000) + '-' + padded(number % 1_000_000, 6));
  }

  private static String letters(long number) {
    long rest = number;
    char[] letters = new char[3];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = LETTERS.charAt((int) (rest % LETTERS.length()));
      rest /= LETTERS.length();
    }
    return new String(letters);
  }

  /** Ten signs that nobody confuses: {@code 8F3K22QX0A}. */
  private static Wording letters() {
    return Wording.of(1L << 50, 10, "-", (number, room) -> signs(number));
  }

  private static String signs(long number) {
    char[] signs = new char[10];
    long rest = number;
    for (int i = signs.length - 1; i >= 0; i--) {
      signs[i] = SIGNS.charAt((int) (rest % BASE));
      rest /= BASE;
    }
    return new String(signs);
  }

  static Wording digits(long count, int width) {
    return Wording.of(count, 10, "-", (number, room) -> padded(number + 1, width));
  }

  static String padded(long number, int width) {
    String digits = Long.toString(number);
    return digits.length() >= width ? digits : "0".repeat(width - digits.length()) + digits;
  }

  /** An account in Germany, with the check digits of ISO 13616: 98 less the rest by 97. */
  private static String iban(long number) {
    String account = "50010517" + padded(number % 10_000_000_000L, 10);
    int rest = new BigInteger(account + "131400").mod(BigInteger.valueOf(97)).intValue();
    return "DE" + padded(98 - rest, 2) + account;
  }

  /** A number of GS1, with its check digit: each second digit counts three times. */
  private static String ean(String start, long number) {
    String digits = start + padded(number, 9);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return digits + (10 - sum % 10) % 10;
  }

  private static String address(long number) {
    return "10." + (number >> 16) + '.' + (number >> 8 & 255) + '.' + (number & 255);
  }

  private static String version(long number) {
    return number / 200 + "." + number / 10 % 20 + "." + number % 10;
  }

  private static String hash(long number) {
    StringBuilder hash = new StringBuilder(64);
    for (long i = 0; i < 3; i++) {
      hash.append(hex(Keys.mix(number + (i << 61)), 16));
    }
    return hash.append(hex(number, 16)).toString();
  }

  private static String hex(long number, int width) {
    String digits = Long.toHexString(number);
    return digits.length() >= width ? digits : "0".repeat(width - digits.length()) + digits;
  }
}
