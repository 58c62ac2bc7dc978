package cn.wuye.hotline.backend;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/**
 * Which feature may use which: the table. A feature is a package below {@code backend}; its {@code
 * api} sub-package (its REST side) is a feature of its own, so that what it needs of the web is not
 * allowed to the rest.
 */
final class FeatureDependencies extends ArchCondition<JavaClass> {
  private static final String ROOT = "cn.wuye.hotline.backend";

  static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          // What everything stands on; knows no feature.
          entry("", Set.of()),
          entry("persistence", Set.of()),
          entry("database", Set.of("")),
          entry("files", Set.of()),
          entry("rounding", Set.of()),
          entry("problem", Set.of("persistence")),
          entry("idempotency", Set.of("persistence", "problem")),
          entry("audit", Set.of("", "persistence")),
          // The data.
          entry("estate", Set.of("persistence")),
          entry("resident", Set.of("estate", "persistence")),
          entry(
              "deadline",
              Set.of(
                  "", "audit", "database", "estate", "message", "persistence", "ticket", "user")),
          entry("deadline.api", Set.of("api", "deadline", "estate", "problem", "ticket")),
          entry(
              "dispatch",
              Set.of(
                  "audit",
                  "database",
                  "deadline",
                  "estate",
                  "message",
                  "persistence",
                  "recording",
                  "ticket")),
          entry("equipment", Set.of("audit", "dispatch", "estate", "persistence", "ticket")),
          entry("equipment.api", Set.of("equipment", "estate", "problem", "ticket", "user")),
          entry("knowledge", Set.of("audit", "estate", "persistence", "ticket")),
          entry("knowledge.api", Set.of("estate", "knowledge", "problem", "user")),
          entry("compensation", Set.of("audit", "estate", "persistence", "ticket", "user")),
          entry(
              "thirdparty",
              Set.of(
                  "audit",
                  "database",
                  "dispatch",
                  "estate",
                  "idempotency",
                  "message",
                  "persistence",
                  "ticket")),
          entry(
              "message",
              Set.of(
                  "audit",
                  "database",
                  "estate",
                  "outbound",
                  "persistence",
                  "resident",
                  "ticket",
                  "user")),
          // Calls out, whatever for.
          entry("outbound", Set.of("database", "persistence", "resident")),
          entry(
              "related",
              Set.of(
                  "",
                  "database",
                  "estate",
                  "message",
                  "persistence",
                  "resident",
                  "ticket",
                  "user")),
          entry(
              "related.api",
              Set.of(
                  "estate", "persistence", "problem", "related", "ticket", "ticket.api", "user")),
          entry("ticket", Set.of("", "database", "estate", "resident", "persistence")),
          entry("call", Set.of("audit", "estate", "ticket", "persistence")),
          entry("recording", Set.of("estate", "ticket", "persistence")),
          entry(
              "survey",
              Set.of(
                  "",
                  "audit",
                  "call",
                  "database",
                  "deadline",
                  "dispatch",
                  "estate",
                  "files",
                  "intake",
                  "message",
                  "outbound",
                  "persistence",
                  "recording",
                  "resident",
                  "ticket",
                  "user")),
          entry(
              "poll",
              Set.of(
                  "",
                  "audit",
                  "database",
                  "deadline",
                  "estate",
                  "files",
                  "message",
                  "outbound",
                  "persistence",
                  "resident",
                  "survey",
                  "ticket",
                  "user")),
          entry("poll.api", Set.of("estate", "poll", "problem", "survey", "user")),
          entry(
              "survey.api",
              Set.of("api", "estate", "problem", "rounding", "survey", "ticket", "user")),
          entry(
              "points",
              Set.of("audit", "estate", "persistence", "resident", "survey", "ticket", "user")),
          entry(
              "quality",
              Set.of("audit", "database", "estate", "persistence", "survey", "ticket", "user")),
          // Live queues: what happened in them, and the figures.
          entry("traffic", Set.of("", "database", "deadline", "estate", "files", "persistence")),
          entry("traffic.api", Set.of("estate", "problem", "rounding", "traffic", "user")),
          entry("quality.api", Set.of("estate", "problem", "quality", "survey", "ticket", "user")),
          entry("points.api", Set.of("api", "audit", "estate", "points", "problem", "ticket")),
          entry("token", Set.of("audit", "persistence", "problem", "user")),
          // Around every request and every log line.
          entry("limit", Set.of("problem")),
          entry("logging", Set.of()),
          entry("https", Set.of()),
          entry(
              "moving",
              Set.of(
                  "", "audit", "database", "estate", "persistence", "resident", "ticket", "user")),
          entry("user", Set.of("audit", "database", "estate", "persistence", "problem")),
          entry("health", Set.of("", "database", "persistence")),
          entry("filter", Set.of("audit", "persistence", "user")),
          // REST.
          entry("openapi", Set.of("api", "problem", "token")),
          entry("api", Set.of("estate", "user")),
          entry("estate.api", Set.of("api", "estate", "problem")),
          entry("resident.api", Set.of("api", "audit", "estate", "resident", "problem")),
          entry(
              "ticket.api",
              Set.of("api", "estate", "ticket", "idempotency", "persistence", "problem")),
          entry(
              "dispatch.api",
              Set.of("api", "dispatch", "estate", "persistence", "problem", "ticket", "user")),
          entry("call.api", Set.of("api", "call", "ticket", "problem")),
          entry("intake.api", Set.of("api", "estate", "intake", "problem")),
          entry("message.api", Set.of("api", "message", "problem", "ticket")),
          entry("moving.api", Set.of("moving", "problem", "user")),
          entry("recording.api", Set.of("api", "audit", "recording", "problem")),
          // The phone.
          entry("directory", Set.of("", "database", "estate", "files", "persistence", "resident")),
          entry("model", Set.of("files")),
          entry(
              "queue",
              Set.of(
                  "",
                  "audit",
                  "database",
                  "estate",
                  "files",
                  "outbound",
                  "persistence",
                  "resident",
                  "ticket",
                  "traffic")),
          entry("queue.api", Set.of("api", "estate", "problem", "queue", "user")),
          entry(
              "desk",
              Set.of(
                  "",
                  "audit",
                  "call",
                  "database",
                  "estate",
                  "intake",
                  "live",
                  "persistence",
                  "queue",
                  "recording",
                  "resident",
                  "ticket",
                  "traffic",
                  "user")),
          entry("prompt", Set.of("", "audit", "database", "persistence", "user")),
          entry("tool", Set.of("model", "prompt")),
          entry(
              "telephony",
              Set.of(
                  "",
                  "audit",
                  "database",
                  "directory",
                  "files",
                  "intake",
                  "message",
                  "model",
                  "survey",
                  "wording")),
          entry(
              "wording",
              Set.of(
                  "",
                  "audit",
                  "call",
                  "database",
                  "estate",
                  "files",
                  "persistence",
                  "ticket",
                  "user")),
          entry("wording.api", Set.of("problem", "user", "wording")),
          entry(
              "intake",
              Set.of(
                  "",
                  "call",
                  "database",
                  "estate",
                  "files",
                  "persistence",
                  "recording",
                  "resident",
                  "ticket")),
          entry(
              "progress",
              Set.of("database", "estate", "persistence", "resident", "ticket", "user")),
          // What goes on now.
          entry(
              "floor",
              Set.of(
                  "",
                  "audit",
                  "database",
                  "desk",
                  "estate",
                  "health",
                  "intake",
                  "live",
                  "logging",
                  "message",
                  "persistence",
                  "queue",
                  "traffic",
                  "user")),
          entry("floor.api", Set.of("floor", "user")),
          // The screen.
          entry("live", Set.of("estate", "ticket", "user")),
          entry(
              "console",
              Set.of(
                  "",
                  "audit",
                  "call",
                  "compensation",
                  "database",
                  "deadline",
                  "desk",
                  "dispatch",
                  "equipment",
                  "estate",
                  "filter",
                  "floor",
                  "idempotency",
                  "health",
                  "knowledge",
                  "live",
                  "logging",
                  "message",
                  "moving",
                  "persistence",
                  "points",
                  "poll",
                  "problem",
                  "prompt",
                  "quality",
                  "queue",
                  "recording",
                  "related",
                  "resident",
                  "rounding",
                  "survey",
                  "thirdparty",
                  "ticket",
                  "token",
                  "traffic",
                  "user",
                  "wording")),
          entry(
              "sample",
              Set.of(
                  "",
                  "call",
                  "database",
                  "estate",
                  "knowledge",
                  "persistence",
                  "resident",
                  "ticket")));

  private final Map<String, Set<String>> allowed;

  FeatureDependencies(Map<String, Set<String>> allowed) {
    super("use only the features that the table allows");
    this.allowed = allowed;
  }

  @Override
  public void check(JavaClass user, ConditionEvents events) {
    String feature = feature(user);
    if (!allowed.containsKey(feature)) {
      events.add(SimpleConditionEvent.violated(user, feature + " does not stand in the table"));
      return;
    }
    for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
      JavaClass used = dependency.getTargetClass().getBaseComponentType();
      boolean ours = used.getPackageName().startsWith(ROOT);
      String other = ours ? feature(used) : feature;
      if (!other.equals(feature) && !allowed.getOrDefault(feature, Set.of()).contains(other)) {
        events.add(
            SimpleConditionEvent.violated(
                user, feature + " must not use " + other + ": " + dependency.getDescription()));
      }
    }
  }

  /** The first package below the root, with ".api" where that follows. */
  static String feature(JavaClass type) {
    String below = type.getPackageName().substring(ROOT.length());
    String[] names = below.split("\\.", -1);
    if (names.length < 2) {
      return "";
    }
    return names.length > 2 && names[2].equals("api") ? names[1] + ".api" : names[1];
  }
}
