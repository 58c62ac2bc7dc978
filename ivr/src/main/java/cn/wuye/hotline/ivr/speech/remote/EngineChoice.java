package cn.wuye.hotline.ivr.speech.remote;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which engine serves whom and what for. A dialect for which nothing is said is served as those of
 * whom nothing is known; what has no engine is left to this node. Immutable.
 */
public final class EngineChoice {
  private final Map<Use, RemoteEngine> common;
  private final Map<String, Map<Use, RemoteEngine>> dialects = new LinkedHashMap<>();

  /**
   * @param common for callers of whom no dialect is known, and for dialects not named; what is not
   *     in it is left to this node
   * @param dialects by code, like {@code yue}: empty where a use of it is left to this node though
   *     others have an engine
   */
  public EngineChoice(
      Map<Use, RemoteEngine> common, Map<String, Map<Use, Optional<RemoteEngine>>> dialects) {
    this.common = Map.copyOf(common);
    dialects.forEach((code, own) -> this.dialects.put(code, merged(own)));
  }

  private Map<Use, RemoteEngine> merged(Map<Use, Optional<RemoteEngine>> own) {
    Map<Use, RemoteEngine> merged = new EnumMap<>(Use.class);
    merged.putAll(common);
    own.forEach(
        (use, engine) ->
            engine.ifPresentOrElse(chosen -> merged.put(use, chosen), () -> merged.remove(use)));
    return merged;
  }

  /**
   * The engines that dialects have for themselves, besides one.
   *
   * @param hers the one that is left out; empty for this node's
   * @return to each the only dialect that has it; the empty string when several have
   */
  Map<RemoteEngine, String> besides(Optional<RemoteEngine> hers, Use use) {
    Optional<RemoteEngine> everybodys = Optional.ofNullable(common.get(use));
    Map<RemoteEngine, String> others = new LinkedHashMap<>();
    dialects.forEach(
        (code, own) ->
            Optional.ofNullable(own.get(use))
                .filter(engine -> !Optional.of(engine).equals(everybodys))
                .filter(engine -> !Optional.of(engine).equals(hers))
                .ifPresent(engine -> others.merge(engine, code, (one, another) -> "")));
    return others;
  }

  /** Empty for this node. */
  Optional<RemoteEngine> of(String dialect, Use use) {
    return Optional.ofNullable(dialects.getOrDefault(dialect, common).get(use));
  }
}
