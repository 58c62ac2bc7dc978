package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.Hotline;
import cn.wuye.hotline.caller.NotRunning;
import cn.wuye.hotline.caller.instance.Instance;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * A running instance with sample data, whose API is asked by one user as often as wanted.
 *
 * @param estate id of one of its estates
 */
record TicketApi(Hotline hotline, BenchDatabase database, TicketClient client, String estate) {

  static TicketApi start(Instance instance) throws IOException, NotRunning, SQLException {
    instance
        .with("HOTLINE_API_RATE_PERUSER", "1000000")
        .with("HOTLINE_API_RATE_PERADDRESS", "1000000")
        .with("HOTLINE_MESSAGE_REPORTERS", "false");
    Progress.tell("starting an instance of its own, with sample data");
    instance.run("up", "--sample", "--detach");
    Hotline hotline = instance.hotline();
    BenchDatabase database = new BenchDatabase(hotline);
    return new TicketApi(
        hotline,
        database,
        new TicketClient(hotline, database.token(List.of("tickets:read", "tickets:write"))),
        String.valueOf(database.number("SELECT MIN(id) FROM estate")));
  }
}
