package dev.varve.datafaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.seed.WordSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class DatafakerWordsTest {
  @Test
  void theSameSeedGivesTheSameWords() {
    List<String> words = new DatafakerWords(Locale.ENGLISH).words(42, "Customer", "city");
    assertEquals(words, new DatafakerWords(Locale.ENGLISH).words(42, "Customer", "city"));
    assertNotEquals(words, new DatafakerWords(Locale.ENGLISH).words(43, "Customer", "city"));
    assertNotEquals(words, new DatafakerWords(Locale.ENGLISH).words(42, "Shop", "city"));
  }

  @Test
  void noWordComesTwiceAndThereAreMany() {
    List<String> words = new DatafakerWords(Locale.ENGLISH).words(1, "Customer", "full_name");
    assertEquals(words.size(), new HashSet<>(words).size());
    assertTrue(words.size() > 500, words.size() + " words");
  }

  @Test
  void theLanguageIsTheOneThatWasAskedFor() {
    List<String> japanese = new DatafakerWords(Locale.JAPANESE).words(1, "Customer", "last_name");
    assertTrue(japanese.stream().anyMatch(word -> word.codePointAt(0) > 0x3000), "" + japanese);
  }

  @Test
  void whatItDoesNotKnowIsLeftToVarve() {
    assertEquals(List.of(), new DatafakerWords(Locale.ENGLISH).words(1, "Customer", "email"));
  }

  @Test
  void beingOnTheClassPathIsEnough() {
    assertTrue(
        ServiceLoader.load(WordSource.class).stream()
            .anyMatch(provider -> provider.type() == DatafakerWords.class));
  }
}
