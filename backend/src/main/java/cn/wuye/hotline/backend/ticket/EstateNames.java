package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.ticket.search.EstateName;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the estates are called, for searching. Some thousand at most, asked for each time, because
 * another node may rename one; only the work of folding names is spared.
 */
@Component
class EstateNames {
  private final JdbcClient jdbc;
  private volatile Map<Named, EstateName> folded = Map.of();

  EstateNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<EstateName> all() {
    List<Named> now =
        jdbc.sql("SELECT id, name, aliases FROM estate")
            .query(
                (row, n) ->
                    new Named(row.getLong("id"), row.getString("name"), row.getString("aliases")))
            .list();
    Map<Named, EstateName> known = folded;
    Map<Named, EstateName> fresh =
        now.stream().collect(Collectors.toMap(each -> each, each -> fold(each, known)));
    folded = fresh;
    return List.copyOf(fresh.values());
  }

  private static EstateName fold(Named estate, Map<Named, EstateName> known) {
    EstateName before = known.get(estate);
    return before != null ? before : EstateName.of(estate.id, estate.name, estate.aliases);
  }

  private record Named(long id, String name, String aliases) {}
}
