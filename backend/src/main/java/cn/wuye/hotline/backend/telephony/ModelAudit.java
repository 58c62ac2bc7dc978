package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.model.ModelChange;
import cn.wuye.hotline.backend.model.ModelChanges;
import cn.wuye.hotline.backend.model.ModelRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what was done to the models at the command line into the audit log, as soon as the
 * database is there. A crash at the wrong moment may write an entry twice, never none.
 */
final class ModelAudit {
  private static final Logger LOG = LoggerFactory.getLogger(ModelAudit.class);
  private static final String ACTOR = "system:models";

  private final ModelChanges changes;
  private final Audit audit;
  private final DatabaseGate gate;

  ModelAudit(ModelChanges changes, Audit audit, DatabaseGate gate) {
    this.changes = changes;
    this.audit = audit;
    this.gate = gate;
  }

  /** Does nothing while the database is away. */
  void round() {
    try {
      changes.handOver(
          change ->
              gate.run(
                  () -> {
                    record(change);
                    return change;
                  }));
    } catch (DatabaseAwayException e) {
      LOG.debug("changes of models are not in the audit log yet: {}", e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void record(ModelChange change) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("at", change.at().toString());
    details.put("account", change.by());
    if (change.what() != ModelChange.What.REMOVED) {
      details.put("for", change.role() == ModelRole.LIVE ? "calls" : "recordings");
    }
    audit.record(ACTOR, action(change.what()), "model:" + change.name(), details);
  }

  private static AuditAction action(ModelChange.What what) {
    return switch (what) {
      case ACTIVATED -> AuditAction.MODEL_ACTIVATED;
      case DEACTIVATED -> AuditAction.MODEL_DEACTIVATED;
      case REMOVED -> AuditAction.MODEL_REMOVED;
    };
  }
}
