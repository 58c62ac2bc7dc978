package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.audit.AuditAction;

/** What is written down of the desk. */
final class DeskActions {
  static final AuditAction NUMBER_SHOWN = new AuditAction("desk.number-shown");
  static final AuditAction RECORDING_PAUSED = new AuditAction("desk.recording-paused");
  static final AuditAction RECORDING_RESUMED = new AuditAction("desk.recording-resumed");
  static final AuditAction HANDED_ON = new AuditAction("desk.handed-on");
  static final AuditAction MESSAGE_READ = new AuditAction("desk.message-read");

  private DeskActions() {}
}
