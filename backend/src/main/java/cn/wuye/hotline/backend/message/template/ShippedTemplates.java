package cn.wuye.hotline.backend.message.template;

import cn.wuye.hotline.backend.persistence.Coded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is said while nobody has written anything else: {@code messages/templates.yml}. */
final class ShippedTemplates {
  private static final String FILE = "messages/templates.yml";

  private final Map<MessageTemplate.Key, MessageTemplate> all = new LinkedHashMap<>();

  ShippedTemplates() {
    try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
      Map<?, ?> events = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
      events.forEach(
          (event, media) ->
              map(media)
                  .forEach(
                      (medium, languages) ->
                          map(languages)
                              .forEach(
                                  (language, words) ->
                                      add(
                                          new MessageTemplate.Key(
                                              Coded.of(MessageEvent.class, event.toString()),
                                              Coded.of(Medium.class, medium.toString()),
                                              Coded.of(Language.class, language.toString())),
                                          words))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(MessageTemplate.Key key, Object words) {
    boolean mail = words instanceof Map;
    all.put(
        key,
        new MessageTemplate(
            key,
            0,
            mail ? text(map(words).get("subject")) : "",
            mail ? text(map(words).get("text")) : text(words),
            "",
            null));
  }

  /** All of them, by event, medium and language. */
  Map<MessageTemplate.Key, MessageTemplate> all() {
    return all;
  }

  private static String text(@Nullable Object words) {
    return Objects.requireNonNull(words).toString().strip();
  }

  private static Map<?, ?> map(Object value) {
    return (Map<?, ?>) Objects.requireNonNull(value);
  }
}
