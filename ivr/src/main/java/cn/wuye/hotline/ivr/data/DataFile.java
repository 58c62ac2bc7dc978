package cn.wuye.hotline.ivr.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A mapping read from a YAML file, on the class path or of the operator's own. What is missing or
 * of another shape is reported with the file's name and the key: a broken data file stops the
 * start, not a call.
 */
public final class DataFile {
  private final String name;
  private final Map<String, Object> values;

  private DataFile(String name, Map<String, Object> values) {
    this.name = name;
    this.values = values;
  }

  /**
   * Reads a resource.
   *
   * @param path absolute on the class path, {@code /prompts/zh.yml}
   * @throws IllegalStateException when there is no such resource or it is no YAML mapping
   */
  public static DataFile resource(String path) {
    try (InputStream in = DataFile.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("data file missing: " + path);
      }
      return read(path, in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws IllegalStateException when it is no YAML mapping
   * @throws UncheckedIOException when it cannot be read
   */
  public static DataFile file(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return read(path.toString(), in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    } catch (YAMLException e) {
      throw new IllegalStateException(path + " is no YAML: " + e.getMessage(), e);
    }
  }

  private static DataFile read(String name, InputStream in) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return of(name, new Yaml(new SafeConstructor(options)).<Object>load(in));
  }

  private static DataFile of(String name, @Nullable Object yaml) {
    if (!(yaml instanceof Map<?, ?> map)) {
      throw new IllegalStateException(name + " is not a mapping");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    map.forEach((key, value) -> values.put(String.valueOf(key), value));
    return new DataFile(name, values);
  }

  /** The keys in the order of the file. */
  public List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /** The text under a key. */
  public String text(String key) {
    return String.valueOf(required(key));
  }

  /** The text under a key, or something else where the key is absent. */
  public String text(String key, String otherwise) {
    Object value = values.get(key);
    return value == null ? otherwise : String.valueOf(value);
  }

  /** The number under a key, or something else where the key is absent. */
  public double number(String key, double otherwise) {
    Object value = values.get(key);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalStateException(name + ": " + key + " is not a number: " + value);
  }

  /** The list of texts under a key; empty where the key is absent. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Object each : list(key)) {
      texts.add(String.valueOf(each));
    }
    return texts;
  }

  /** The list of texts under a key, which must be there. */
  public List<String> requiredTexts(String key) {
    required(key);
    return texts(key);
  }

  /** The texts of all lists in the list under a key, which must be there: lists cut into lines. */
  public List<String> requiredTextsOfLists(String key) {
    required(key);
    List<String> texts = new ArrayList<>();
    for (Object each : list(key)) {
      if (!(each instanceof List<?> list)) {
        throw new IllegalStateException(name + ": " + key + " is not a list of lists");
      }
      list.forEach(text -> texts.add(String.valueOf(text)));
    }
    return texts;
  }

  /** The mapping under a key. */
  public DataFile mapping(String key) {
    return of(name + " " + key, required(key));
  }

  /** The list of mappings under a key; empty where the key is absent. */
  public List<DataFile> mappings(String key) {
    List<DataFile> mappings = new ArrayList<>();
    for (Object each : list(key)) {
      mappings.add(of(name + " " + key + "[" + mappings.size() + "]", each));
    }
    return mappings;
  }

  private List<?> list(String key) {
    Object value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalStateException(name + ": " + key + " is not a list");
  }

  private Object required(String key) {
    Object value = values.get(key);
    if (value == null) {
      throw new IllegalStateException(name + ": " + key + " is missing");
    }
    return value;
  }
}
