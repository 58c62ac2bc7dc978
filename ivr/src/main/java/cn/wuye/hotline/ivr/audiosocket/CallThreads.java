package cn.wuye.hotline.ivr.audiosocket;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Threads for calls: virtual where the JDK has them and lets them block inside {@code synchronized}
 * (24 and later; asterisk-java waits for Asterisk inside it), platform daemons otherwise.
 */
public final class CallThreads {
  private static final int VIRTUAL_SINCE = 24;

  private CallThreads() {}

  /** Threads named {@code prefix} and a number. */
  public static ThreadFactory named(String prefix) {
    if (Runtime.version().feature() >= VIRTUAL_SINCE) {
      return virtual(prefix);
    }
    AtomicLong number = new AtomicLong();
    return task -> {
      Thread thread = new Thread(task, prefix + number.getAndIncrement());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** The same work, its log lines with the context (call, ticket) of the thread that asks now. */
  public static Runnable inThisLogContext(Runnable work) {
    Consumer<Runnable> run = Runnable::run;
    Consumer<Runnable> within = inThisLogContext(run);
    return () -> within.accept(work);
  }

  /** The same for work that is given something. */
  public static <T> Consumer<T> inThisLogContext(Consumer<T> work) {
    Map<String, String> context = MDC.getCopyOfContextMap();
    return given -> {
      enter(context);
      try {
        work.accept(given);
      } finally {
        MDC.clear();
      }
    };
  }

  /** The same for work that brings something. */
  public static <T> Supplier<T> inThisLogContext(Supplier<T> work) {
    Map<String, String> context = MDC.getCopyOfContextMap();
    return () -> {
      enter(context);
      try {
        return work.get();
      } finally {
        MDC.clear();
      }
    };
  }

  private static void enter(@Nullable Map<String, String> context) {
    if (context != null) {
      MDC.setContextMap(context);
    }
  }

  private static ThreadFactory virtual(String prefix) {
    try {
      Class<?> builder = Class.forName("java.lang.Thread$Builder");
      Object virtual = Thread.class.getMethod("ofVirtual").invoke(null);
      Object named =
          builder.getMethod("name", String.class, long.class).invoke(virtual, prefix, 0L);
      return (ThreadFactory) builder.getMethod("factory").invoke(named);
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException("this JDK promised virtual threads", e);
    }
  }
}
