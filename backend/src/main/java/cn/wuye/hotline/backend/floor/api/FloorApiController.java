package cn.wuye.hotline.backend.floor.api;

import cn.wuye.hotline.backend.floor.Item;
import cn.wuye.hotline.backend.floor.Item.AgentItem;
import cn.wuye.hotline.backend.floor.Item.AlarmItem;
import cn.wuye.hotline.backend.floor.Item.CallerItem;
import cn.wuye.hotline.backend.floor.Item.FigureItem;
import cn.wuye.hotline.backend.floor.Item.MachineItem;
import cn.wuye.hotline.backend.floor.Item.NodeItem;
import cn.wuye.hotline.backend.floor.Item.QueueItem;
import cn.wuye.hotline.backend.floor.Watcher;
import cn.wuye.hotline.backend.floor.screen.FloorScreens;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.Collection;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same that the live page shows, once. */
@RestController
class FloorApiController {
  private final FloorScreens screens;

  FloorApiController(FloorScreens screens) {
    this.screens = screens;
  }

  /** Everything that is seen. */
  record FloorReply(
      List<NodeItem> nodes,
      List<QueueItem> queues,
      List<FigureItem> figures,
      List<CallerItem> callers,
      List<MachineItem> machine,
      List<AgentItem> agents,
      List<AlarmItem> alarms) {}

  @GetMapping("/api/v1/floor")
  FloorReply floor(@AuthenticationPrincipal SignedInUser me) {
    if (!me.watchesFloor()) {
      throw new AccessDeniedException("the live page is for supervisors");
    }
    Collection<Item> items = screens.now(new Watcher(me.scope())).values();
    return new FloorReply(
        of(items, NodeItem.class),
        of(items, QueueItem.class),
        of(items, FigureItem.class),
        of(items, CallerItem.class),
        of(items, MachineItem.class),
        of(items, AgentItem.class),
        of(items, AlarmItem.class));
  }

  private static <T extends Item> List<T> of(Collection<Item> items, Class<T> type) {
    return items.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
