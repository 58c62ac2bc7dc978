package cn.wuye.hotline.backend.database;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What this thread sends to the database, as the driver sends it: each is a round trip, {@code SET}
 * and {@code COMMIT} among them. Every test's connections have one, by {@code application.yml}.
 */
public final class Statements implements QueryInterceptor {
  private static final ThreadLocal<@Nullable List<String>> SENT = new ThreadLocal<>();

  /** Those of a piece of work that does them all in this thread, in order. */
  public static List<String> of(Runnable work) {
    List<String> sent = new ArrayList<>();
    SENT.set(sent);
    try {
      work.run();
    } finally {
      SENT.remove();
    }
    return List.copyOf(sent);
  }

  @Override
  public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
    return this;
  }

  @Override
  public <T extends Resultset> @Nullable T preProcess(
      @Nullable Supplier<String> sql, @Nullable Query query) {
    List<String> sent = SENT.get();
    if (sent != null && sql != null) {
      sent.add(String.valueOf(sql.get()));
    }
    return null;
  }

  @Override
  public boolean executeTopLevelOnly() {
    return true;
  }

  @Override
  public void destroy() {
    // Holds nothing.
  }

  @Override
  public <T extends Resultset> @Nullable T postProcess(
      @Nullable Supplier<String> sql,
      @Nullable Query query,
      @Nullable T result,
      @Nullable ServerSession session) {
    return result;
  }
}
