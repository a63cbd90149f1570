package dev.varve.runtime.seed;

import java.util.List;

/** Words that are the same in every version of Java. */
final class KnownWords {
  static final List<String> LOCALES =
      List.of(
          "en-GB", "de-DE", "fr-FR", "es-ES", "it-IT", "pt-BR", "nl-NL", "sv-SE", "da-DK", "fi-FI",
          "pl-PL", "cs-CZ", "hu-HU", "ro-RO", "el-GR", "tr-TR", "ru-RU", "uk-UA", "ar-EG", "hi-IN",
          "th-TH", "vi-VN", "ko-KR", "ja-JP", "zh-CN", "zh-TW", "en-US", "en-AU", "fr-CA", "de-CH");

  static final List<String> CURRENCIES =
      List.of(
          "EUR", "USD", "GBP", "CHF", "JPY", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "TRY",
          "CNY", "HKD", "KRW", "INR", "AUD", "NZD", "CAD", "MXN", "BRL", "ARS", "CLP", "ZAR", "EGP",
          "ILS", "SAR", "AED", "THB");

  static final List<String> ZONES =
      List.of(
          "UTC",
          "Europe/London",
          "Europe/Berlin",
          "Europe/Paris",
          "Europe/Madrid",
          "Europe/Rome",
          "Europe/Athens",
          "Europe/Moscow",
          "Africa/Cairo",
          "Africa/Lagos",
          "Africa/Johannesburg",
          "Asia/Dubai",
          "Asia/Kolkata",
          "Asia/Bangkok",
          "Asia/Shanghai",
          "Asia/Tokyo",
          "Asia/Seoul",
          "Australia/Sydney",
          "Pacific/Auckland",
          "Pacific/Honolulu",
          "America/Los_Angeles",
          "America/Denver",
          "America/Chicago",
          "America/New_York",
          "America/Toronto",
          "America/Mexico_City",
          "America/Bogota",
          "America/Sao_Paulo",
          "America/Argentina/Buenos_Aires",
          "Atlantic/Reykjavik");

  private KnownWords() {}
}
