package dev.varve.seed.value;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Words for values, the same in every version of Java. */
final class KnownWords {
  private static final List<String> LOCALES =
      words(
          "en-GB de-DE fr-FR es-ES it-IT pt-BR nl-NL sv-SE da-DK fi-FI pl-PL cs-CZ hu-HU ro-RO"
              + " el-GR tr-TR uk-UA ar-EG hi-IN vi-VN ko-KR ja-JP zh-CN zh-TW en-US en-AU fr-CA"
              + " de-CH en de fr es");
  private static final List<String> CURRENCIES =
      words(
          "EUR USD GBP CHF JPY SEK NOK DKK PLN CZK HUF RON TRY CNY HKD KRW INR AUD NZD CAD MXN BRL"
              + " ARS CLP ZAR EGP ILS SAR AED THB SGD IDR");
  private static final List<String> ZONES =
      words(
          "UTC Europe/London Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Athens"
              + " Africa/Cairo Africa/Lagos Africa/Johannesburg Asia/Dubai Asia/Kolkata"
              + " Asia/Bangkok Asia/Shanghai Asia/Tokyo Asia/Seoul Australia/Sydney"
              + " Pacific/Auckland America/Los_Angeles America/Denver America/Chicago"
              + " America/New_York America/Toronto America/Bogota America/Sao_Paulo Z");

  static final List<String> FIRST_NAMES =
      words(
          "Ada Bruno Chloe Dmitri Elif Farah Goran Hana Ines Jonas Keiko Liam Marta Nadia Omar"
              + " Paula Quentin Rosa Sven Tomas Uma Viktor Wanda Yusuf");
  static final List<String> LAST_NAMES =
      words(
          "Almeida Berg Costa Dubois Eriksen Fischer Garcia Haddad Ivanova Jensen Kowalski Laurent"
              + " Moreau Novak Okafor Petrov Quinn Rossi Silva Tanaka Ueda Virtanen Weber Zhang");
  static final List<String> CITIES =
      words(
          "Lisbon Bergen Krakow Lyon Turin Ghent Malmo Porto Graz Tampere Aarhus Bremen Bologna"
              + " Cork Delft Uppsala");
  static final List<String> COUNTRIES =
      words(
          "Portugal Norway Poland France Italy Belgium Sweden Austria Finland Denmark Germany"
              + " Ireland Spain Greece Japan Canada");
  static final List<String> ADJECTIVES =
      words(
          "Amber Bright Calm Deep Early Fine Golden High Inner Kind Light Mild North Open Quiet"
              + " Silver");
  static final List<String> NOUNS =
      words(
          "Harbour Meadow Bridge Lantern Orchard River Garden Summit Island Window Forest Valley"
              + " Mirror Station Anchor Compass");

  private KnownWords() {}

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }

  /** What is a value of {@code java} besides no other text; empty: any text is. */
  static List<String> of(Class<?> java) {
    if (java == Locale.class) {
      return LOCALES;
    }
    if (java == Currency.class) {
      return CURRENCIES;
    }
    return ZoneId.class.isAssignableFrom(java) ? ZONES : List.of();
  }
}
