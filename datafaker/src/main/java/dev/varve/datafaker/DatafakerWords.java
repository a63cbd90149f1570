package dev.varve.datafaker;

import dev.varve.seed.WordSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import net.datafaker.Faker;

/**
 * Texts from <a href="https://www.datafaker.net">Datafaker</a>, for plans: being on the class path
 * is all it takes.
 *
 * <p>The same seed gives the same texts, within one version of Datafaker: a new version may give
 * others. For each column some hundred texts are drawn once, so that Datafaker takes little of the
 * time that a plan does. That they fit and differ is Varve's part.
 *
 * <p>The system property {@code varve.datafaker.locale}, a language tag such as {@code de-AT}, says
 * the language; English by default, never that of the machine.
 */
public final class DatafakerWords implements WordSource {
  private static final int DRAWN = 1000;

  private final Locale locale;

  /** Speaks the language that the system property says. */
  public DatafakerWords() {
    this(Locale.forLanguageTag(System.getProperty("varve.datafaker.locale", "en")));
  }

  /** Speaks that language. */
  public DatafakerWords(Locale locale) {
    this.locale = locale;
  }

  @Override
  public List<String> words(long seed, String entity, String column) {
    Function<Faker, Supplier<String>> kind = kind(column);
    if (kind == null) {
      return List.of();
    }
    long key = seed * 1_000_003 + (entity + '.' + column).hashCode();
    Supplier<String> source = kind.apply(new Faker(locale, new Random(key)));
    Set<String> words = new LinkedHashSet<>();
    for (int i = 0; i < DRAWN; i++) {
      words.add(source.get());
    }
    return List.copyOf(words);
  }

  /** What a column of that name holds; null if Datafaker knows nothing better. */
  private static @org.jspecify.annotations.Nullable Function<Faker, Supplier<String>> kind(
      String column) {
    return switch (column) {
      case "first_name" -> faker -> () -> faker.name().firstName();
      case "last_name", "surname" -> faker -> () -> faker.name().lastName();
      case "full_name", "contact_name" -> faker -> () -> faker.name().fullName();
      case "city", "billing_city", "shipping_city" -> faker -> () -> faker.address().city();
      case "street" -> faker -> () -> faker.address().streetAddress();
      case "company", "company_name" -> faker -> () -> faker.company().name();
      case "job_title" -> faker -> () -> faker.job().title();
      case "product", "product_name" -> faker -> () -> faker.commerce().productName();
      case "title" -> faker -> () -> faker.book().title();
      case "department" -> faker -> () -> faker.commerce().department();
      case "description", "body", "text", "content" -> faker -> () -> faker.lorem().paragraph();
      case "comment", "note", "message" -> faker -> () -> faker.lorem().sentence();
      default -> null;
    };
  }
}
