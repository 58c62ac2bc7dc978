package cn.wuye.hotline.backend.queue;

/** Queues and agents as they were last read: for calls, which do not wait for the database. */
public final class QueueBook {
  private volatile QueueData data = QueueData.NONE;

  public QueueData data() {
    return data;
  }

  /** Returns what it keeps. */
  public QueueData keep(QueueData newer) {
    data = newer;
    return newer;
  }
}
