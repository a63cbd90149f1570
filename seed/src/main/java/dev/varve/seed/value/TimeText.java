package dev.varve.seed.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Dates and times as text: written as both engines read them, read as either writes them. */
final class TimeText {
  private static final String ERA = " BC";

  private TimeText() {}

  /**
   * A moment's date and time in UTC. {@code LocalDateTime.ofInstant} asks the offset for its rules,
   * which Java 17 makes anew for each call.
   */
  static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), ZoneOffset.UTC);
  }

  /** {@code 2026-11-20}. */
  static void date(int year, int month, int day, StringBuilder text) {
    padded(year, 4, text);
    padded(month, 2, text.append('-'));
    padded(day, 2, text.append('-'));
  }

  /** {@code 07:05:01.000000}, always with six digits. */
  static void time(LocalTime time, StringBuilder text) {
    padded(time.getHour(), 2, text);
    padded(time.getMinute(), 2, text.append(':'));
    padded(time.getSecond(), 2, text.append(':'));
    padded(time.getNano() / 1_000, 6, text.append('.'));
  }

  private static void padded(int number, int width, StringBuilder text) {
    int bound = 10;
    for (int i = 1; i < width; i++) {
      if (number < bound) {
        text.append('0');
      }
      bound *= 10;
    }
    text.append(number);
  }

  /** A moment; without an offset it is in UTC, as SQLite's own functions are. */
  static Instant instant(String text) {
    int start = Math.max(text.indexOf(' '), text.indexOf('T'));
    int end = text.indexOf(ERA) < 0 ? text.length() : text.indexOf(ERA);
    int sign = Math.max(text.indexOf('+', start), text.indexOf('-', start));
    if (start > 0 && sign > 0) {
      ZoneOffset offset = ZoneOffset.of(text.substring(sign, end));
      return dateTime(text.substring(0, sign) + text.substring(end)).toInstant(offset);
    }
    boolean utc = text.endsWith("Z");
    return dateTime(utc ? text.substring(0, text.length() - 1) : text).toInstant(ZoneOffset.UTC);
  }

  /** A date with a time; a blank or {@code T} stands between them. */
  static LocalDateTime dateTime(String text) {
    int era = text.indexOf(ERA);
    String plain = era < 0 ? text : text.substring(0, era);
    int time = Math.max(plain.indexOf(' '), plain.indexOf('T'));
    if (time < 0) {
      return date(text).atStartOfDay();
    }
    String day = plain.substring(0, time) + (era < 0 ? "" : ERA);
    return date(day).atTime(LocalTime.parse(plain.substring(time + 1)));
  }

  /** A date; its year may have more than four digits, and an era. */
  static LocalDate date(String text) {
    boolean before = text.endsWith(ERA);
    String plain = before ? text.substring(0, text.length() - ERA.length()) : text;
    int day = plain.lastIndexOf('-');
    int month = plain.lastIndexOf('-', day - 1);
    if (month < 1) {
      throw new DateTimeException(text);
    }
    int year = Integer.parseInt(plain.substring(0, month));
    return LocalDate.of(
        before ? 1 - year : year,
        Integer.parseInt(plain.substring(month + 1, day)),
        Integer.parseInt(plain.substring(day + 1)));
  }
}
