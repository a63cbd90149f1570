package dev.varve.processor.read;

import dev.varve.processor.binding.Domain;
import dev.varve.processor.binding.Domain.Tense;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values that a column may have, while constraints are being read: each makes them fewer. */
final class DomainDraft {
  private @Nullable BigDecimal min;
  private @Nullable BigDecimal max;
  private int minLength;
  private int maxLength;
  private boolean notBlank;
  private Tense tense = Tense.ANY;
  private @Nullable List<String> values;
  private final List<String> except = new ArrayList<>();
  private final List<String> patterns = new ArrayList<>();
  private final List<String> notUnderstood = new ArrayList<>();

  void atLeast(BigDecimal bound) {
    min = min == null ? bound : min.max(bound);
  }

  void atMost(BigDecimal bound) {
    max = max == null ? bound : max.min(bound);
  }

  void lengthAtLeast(long length) {
    minLength = (int) Math.max(minLength, Math.min(length, Integer.MAX_VALUE));
  }

  void lengthAtMost(long length) {
    if (length < Integer.MAX_VALUE) {
      int bound = (int) Math.max(0, length);
      maxLength = maxLength == 0 ? bound : Math.min(maxLength, bound);
    }
  }

  void notBlank() {
    notBlank = true;
  }

  void matching(String pattern) {
    patterns.add(pattern);
  }

  void oneOf(List<String> allowed) {
    List<String> both = new ArrayList<>(allowed);
    if (values != null) {
      both.retainAll(values);
    }
    values = both;
  }

  void noneOf(List<String> forbidden) {
    except.addAll(forbidden);
  }

  void in(Tense when) {
    tense = when;
  }

  void notUnderstood(String condition) {
    if (!notUnderstood.contains(condition)) {
      notUnderstood.add(condition);
    }
  }

  Domain domain() {
    return new Domain(
        Optional.ofNullable(min),
        Optional.ofNullable(max),
        minLength,
        maxLength,
        notBlank,
        patterns,
        values == null ? List.of() : values,
        except,
        tense,
        notUnderstood);
  }
}
