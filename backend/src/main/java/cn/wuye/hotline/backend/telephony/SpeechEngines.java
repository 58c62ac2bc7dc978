package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.backend.telephony.SpeechProperties.Engine;
import cn.wuye.hotline.backend.telephony.SpeechProperties.Uses;
import cn.wuye.hotline.ivr.dialect.Dialect;
import cn.wuye.hotline.ivr.dialect.Dialects;
import cn.wuye.hotline.ivr.speech.remote.EngineChoice;
import cn.wuye.hotline.ivr.speech.remote.RemoteEngine;
import cn.wuye.hotline.ivr.speech.remote.RemoteSettings;
import cn.wuye.hotline.ivr.speech.remote.SpeechProtocol;
import cn.wuye.hotline.ivr.speech.remote.Use;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The speech servers of the settings; what is wrong in them stops the start. */
final class SpeechEngines {
  private static final String PREFIX = "hotline.speech.";
  private static final String DEFAULT = "default";
  private static final String LOCAL = "local";

  private final Map<String, RemoteEngine> engines = new LinkedHashMap<>();
  private final EngineChoice choice;

  /**
   * @throws IllegalArgumentException when something is wrong; the message names the property
   */
  SpeechEngines(SpeechProperties properties) {
    properties
        .engines()
        .forEach((name, engine) -> engines.put(name, new RemoteEngine(settings(name, engine))));
    Map<Use, RemoteEngine> common = new EnumMap<>(Use.class);
    Map<String, Map<Use, Optional<RemoteEngine>>> dialects = new LinkedHashMap<>();
    properties
        .uses()
        .forEach(
            (key, uses) -> {
              Map<Use, Optional<RemoteEngine>> chosen = chosen(key, uses);
              if (key.equals(DEFAULT)) {
                chosen.forEach((use, engine) -> engine.ifPresent(e -> common.put(use, e)));
              } else if (dialects.put(dialect(key), chosen) != null) {
                throw wrong("uses." + key, "stands there twice");
              }
            });
    choice = new EngineChoice(common, dialects);
  }

  List<RemoteEngine> all() {
    return List.copyOf(engines.values());
  }

  EngineChoice choice() {
    return choice;
  }

  private static RemoteSettings settings(String name, Engine engine) {
    if (name.equals(LOCAL)) {
      throw wrong("engines." + LOCAL, "is the name of this node's own engine");
    }
    SpeechProtocol protocol = engine.protocol();
    if (protocol == null) {
      throw wrong("engines." + name + ".protocol", "must be vosk-server or funasr");
    }
    try {
      return new RemoteSettings(
          name,
          protocol,
          engine.servers(),
          engine.grammar(),
          engine.mostAtOnce(),
          engine.connect(),
          engine.answer(),
          engine.rest(),
          engine.longestRest());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(PREFIX + "engines." + e.getMessage(), e);
    }
  }

  private Map<Use, Optional<RemoteEngine>> chosen(String key, Uses uses) {
    Map<Use, Optional<RemoteEngine>> chosen = new EnumMap<>(Use.class);
    choose(chosen, Use.MENU, "uses." + key + ".menu", uses.menu());
    choose(chosen, Use.FREE, "uses." + key + ".free", uses.free());
    choose(chosen, Use.AFTER_CALL, "uses." + key + ".after-call", uses.afterCall());
    return chosen;
  }

  private void choose(
      Map<Use, Optional<RemoteEngine>> chosen, Use use, String property, String name) {
    if (name.isEmpty()) {
      return;
    }
    if (!name.equals(LOCAL) && !engines.containsKey(name)) {
      throw wrong(property, "names the engine " + name + ", and there is none of that name");
    }
    chosen.put(use, Optional.ofNullable(engines.get(name)));
  }

  /** As it stands in an environment variable there are neither hyphens nor capitals. */
  private static String dialect(String key) {
    List<Dialect> all = Dialects.shipped().all();
    return all.stream()
        .map(Dialect::code)
        .filter(code -> plain(code).equals(plain(key)))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "uses." + key,
                    all.stream()
                        .map(Dialect::code)
                        .collect(Collectors.joining(", ", "must be default or one of ", ""))));
  }

  private static String plain(String code) {
    return code.replace("-", "").toLowerCase(Locale.ROOT);
  }

  private static IllegalArgumentException wrong(String property, String why) {
    return new IllegalArgumentException(PREFIX + property + " " + why);
  }
}
