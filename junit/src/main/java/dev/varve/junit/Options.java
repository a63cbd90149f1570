package dev.varve.junit;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What isn't said in the source, since it depends on where tests run: system properties, then
 * environment variables, then {@code junit-platform.properties}.
 *
 * @param parameters JUnit's configuration parameters
 */
record Options(Function<String, Optional<String>> parameters) {
  /** The JDBC URL of a PostgreSQL server. */
  static final String URL = "varve.test.url";

  /** What random rows begin with: a number, or {@code random}. */
  static final String SEED = "varve.test.seed";

  /** Whether the time that each phase takes is reported. */
  static final String TIMING = "varve.test.timing";

  /** Whether the databases of failed tests are kept; so if it isn't said. */
  static final String KEEP = "varve.test.keep";

  static Options of(ExtensionContext context) {
    return new Options(context::getConfigurationParameter);
  }

  Optional<String> get(String key) {
    String property = System.getProperty(key);
    if (property == null) {
      property = System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_'));
    }
    Optional<String> value = property == null ? parameters.apply(key) : Optional.of(property);
    return value.map(String::strip).filter(text -> !text.isEmpty());
  }

  /** What random rows begin with where a test says {@code said}. */
  RandomSeed seed(long said) {
    String text = get(SEED).orElse(Long.toString(said));
    if (text.equals("random")) {
      return new RandomSeed(new SecureRandom().nextInt(1_000_000));
    }
    try {
      return new RandomSeed(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new ExtensionConfigurationException(
          SEED + " is \"" + text + "\"; write a number, or random", e);
    }
  }

  boolean keepsFailed() {
    return !get(KEEP).equals(Optional.of("false"));
  }

  boolean reportsTiming() {
    return get(TIMING).equals(Optional.of("true"));
  }
}
