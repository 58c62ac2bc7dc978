package cn.wuye.hotline.backend.floor.node;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.wuye.hotline.backend.database.OnMariaDb;
import cn.wuye.hotline.backend.floor.node.NodeAddresses.Address;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What nodes have for each other is there for nobody else, and addresses are kept. */
@OnMariaDb
@SuppressWarnings("NullAway.Init")
class NodeDoorIT {
  @Autowired MockMvc mvc;
  @Autowired NodeAddresses addresses;

  @Test
  void strangersFindNothing() throws Exception {
    mvc.perform(get(NodeLink.TARGET)).andExpect(status().isNotFound());
    mvc.perform(get(NodeLink.TARGET).header(NodeToken.FROM, "node-2"))
        .andExpect(status().isNotFound());
    mvc.perform(post(FloorCommands.TARGET + "1001/pause?reason=meal"))
        .andExpect(status().isNotFound());
    mvc.perform(post(FloorCommands.CALLERS + "to-front?call=1.1")).andExpect(status().isNotFound());
    mvc.perform(post(FloorCommands.RECORDINGS + "node-1-1.1?paused=true"))
        .andExpect(status().isNotFound());
    mvc.perform(post(FloorCommands.MESSAGES + "1")).andExpect(status().isNotFound());
    mvc.perform(post(FloorCommands.CALLS + "listen?agent=1001&call=1.1&phone=1002"))
        .andExpect(status().isNotFound());
  }

  @Test
  void aNodeThatMovesIsFoundWhereItIs() {
    Address moved = new Address("https://one.example", "10.0.0.1:5060");
    Address second = new Address("http://10.0.0.2:8080", "");
    addresses.tell("door-1", new Address("http://10.0.0.1:8080", ""));
    addresses.tell("door-1", moved);
    addresses.tell("door-2", second);

    Assertions.assertThat(addresses.all())
        .containsAllEntriesOf(Map.of("door-1", moved, "door-2", second));
  }
}
