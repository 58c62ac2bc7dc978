package cn.wuye.hotline.backend.user;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.util.ClassUtils;

/**
 * How session attributes become bytes. What another release wrote and this one cannot read counts
 * as absent: the user signs in again instead of seeing an error until the session ends.
 */
final class SessionAttributes {
  private static final Logger log = LoggerFactory.getLogger(SessionAttributes.class);
  private static final ObjectInputFilter KNOWN_CLASSES =
      ObjectInputFilter.Config.createFilter(
          "maxbytes=200000;maxdepth=30;java.lang.*;java.util.*;java.time.*;"
              + "cn.wuye.hotline.backend.user.*;org.springframework.security.**;"
              + "org.springframework.web.servlet.FlashMap;org.springframework.util.*;!*");

  private SessionAttributes() {}

  static ConversionService conversion(ClassLoader classes) {
    GenericConversionService conversion = new GenericConversionService();
    conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
    conversion.addConverter(new Reader(classes));
    return conversion;
  }

  @SuppressWarnings("BanSerializableRead") // our own database, and only the classes listed
  private static @Nullable Object read(byte[] bytes, ClassLoader classes) {
    try (ObjectInputStream in = new InClassLoader(bytes, classes)) {
      in.setObjectInputFilter(KNOWN_CLASSES);
      return in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      log.info("a session attribute of another release is dropped, the user signs in again: {}", e);
      return null;
    }
  }

  private record Reader(ClassLoader classes) implements GenericConverter {
    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
      return Set.of(new ConvertiblePair(byte[].class, Object.class));
    }

    @Override
    public @Nullable Object convert(
        @Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
      return source instanceof byte[] bytes ? read(bytes, classes) : null;
    }
  }

  private static final class InClassLoader extends ObjectInputStream {
    private final ClassLoader classes;

    InClassLoader(byte[] bytes, ClassLoader classes) throws IOException {
      super(new ByteArrayInputStream(bytes));
      this.classes = classes;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
      return ClassUtils.forName(description.getName(), classes);
    }
  }
}
