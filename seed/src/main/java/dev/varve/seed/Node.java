package dev.varve.seed;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A component in a {@link RecordTree}. */
sealed interface Node {
  /** The component that the slots make. */
  @Nullable Object make(@Nullable Object[] slots);

  /** Puts the component's values into the slots. */
  void takeApart(@Nullable Object component, @Nullable Object[] slots);

  /** Whether all slots of the component are null. */
  boolean isNull(@Nullable Object[] slots);

  /**
   * A value in a slot.
   *
   * @param slot the slot
   * @param optional whether the component is an {@code Optional}
   * @param wrappers the value records around it, from the outside in
   */
  record Value(int slot, boolean optional, List<RecordHandles> wrappers) implements Node {
    @Override
    public @Nullable Object make(@Nullable Object[] slots) {
      Object value = slots[slot];
      for (int i = wrappers.size() - 1; i >= 0 && value != null; i--) {
        value = wrappers.get(i).make(new Object[] {value});
      }
      return optional ? Optional.ofNullable(value) : value;
    }

    @Override
    public void takeApart(@Nullable Object component, @Nullable Object[] slots) {
      Object value =
          optional && component instanceof Optional<?> held ? held.orElse(null) : component;
      slots[slot] = unwrapped(value);
    }

    @Override
    public boolean isNull(@Nullable Object[] slots) {
      return slots[slot] == null;
    }

    @Nullable Object unwrapped(@Nullable Object wrapped) {
      Object value = wrapped;
      for (int i = 0; i < wrappers.size() && value != null; i++) {
        value = wrappers.get(i).component(value, 0);
      }
      return value;
    }
  }

  /**
   * A component that isn't stored.
   *
   * @param value what it has in every record
   */
  record Absent(@Nullable Object value) implements Node {
    @Override
    public @Nullable Object make(@Nullable Object[] slots) {
      return value;
    }

    @Override
    public void takeApart(@Nullable Object component, @Nullable Object[] slots) {}

    @Override
    public boolean isNull(@Nullable Object[] slots) {
      return true;
    }
  }

  /**
   * A record.
   *
   * @param handles reads and makes it; null only while it is being read
   * @param components its components
   * @param nullable whether it may be null, as it is when all its slots are
   * @param optional whether the component is an {@code Optional}
   */
  record Composite(
      @Nullable RecordHandles handles, List<Node> components, boolean nullable, boolean optional)
      implements Node {
    @Override
    public @Nullable Object make(@Nullable Object[] slots) {
      Object made = nullable && isNull(slots) ? null : whole(slots);
      return optional ? Optional.ofNullable(made) : made;
    }

    private Object whole(@Nullable Object[] slots) {
      @Nullable Object[] values = new Object[components.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = components.get(i).make(slots);
      }
      return Objects.requireNonNull(handles).make(values);
    }

    @Override
    public void takeApart(@Nullable Object component, @Nullable Object[] slots) {
      Object held = component instanceof Optional<?> some ? some.orElse(null) : component;
      for (int i = 0; i < components.size(); i++) {
        Object value = held == null ? null : Objects.requireNonNull(handles).component(held, i);
        components.get(i).takeApart(value, slots);
      }
    }

    @Override
    public boolean isNull(@Nullable Object[] slots) {
      for (Node component : components) {
        if (!component.isNull(slots)) {
          return false;
        }
      }
      return true;
    }
  }
}
