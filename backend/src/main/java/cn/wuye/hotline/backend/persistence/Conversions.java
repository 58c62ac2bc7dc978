package cn.wuye.hotline.backend.persistence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/**
 * How the values of one feature are kept in columns; a bean of each feature that has such values.
 */
public final class Conversions {
  private final List<GenericConverter> converters = new ArrayList<>();

  /**
   * A value type kept as a simple column.
   *
   * @param column the column's Java type
   */
  public <V, C> Conversions value(
      Class<V> value, Class<C> column, Function<V, C> write, Function<C, V> read) {
    converters.add(new Write(value, column, v -> write.apply(value.cast(v))));
    converters.add(new Read(column, value, c -> read.apply(column.cast(c))));
    return this;
  }

  /** A value type kept as a whole number; the driver gives generated keys as {@link BigInteger}. */
  public <V> Conversions number(Class<V> value, Function<V, Long> write, Function<Long, V> read) {
    converters.add(
        new Read(BigInteger.class, value, key -> read.apply(((BigInteger) key).longValueExact())));
    return value(value, Long.class, write, read);
  }

  /** An enum kept by its code. */
  public <E extends Enum<E> & Coded> Conversions coded(Class<E> type) {
    return value(type, String.class, Coded::code, code -> Coded.of(type, code));
  }

  List<GenericConverter> converters() {
    return List.copyOf(converters);
  }

  @WritingConverter
  private static final class Write extends Pair {
    Write(Class<?> from, Class<?> to, Function<Object, Object> function) {
      super(from, to, function);
    }
  }

  @ReadingConverter
  private static final class Read extends Pair {
    Read(Class<?> from, Class<?> to, Function<Object, Object> function) {
      super(from, to, function);
    }
  }

  private abstract static class Pair implements GenericConverter {
    private final ConvertiblePair types;
    private final Function<Object, Object> function;

    Pair(Class<?> from, Class<?> to, Function<Object, Object> function) {
      this.types = new ConvertiblePair(from, to);
      this.function = function;
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
      return Set.of(types);
    }

    @Override
    public @Nullable Object convert(
        @Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
      return source == null ? null : function.apply(source);
    }
  }
}
