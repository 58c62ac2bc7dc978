package cn.wuye.hotline.backend.message.template;

import java.util.Map;

/** Values as they may come, to show what a template becomes. */
public final class TemplateSample {
  private static final Map<String, String> CHINESE =
      Map.ofEntries(
          Map.entry("number", "10000017"),
          Map.entry("category", "电梯故障"),
          Map.entry("place", "阳光花园 3号楼 2单元"),
          Map.entry("urgency", "紧急"),
          Map.entry("text", "三号楼的电梯又坏了，门关不上"),
          Map.entry("company", "幸福物业"),
          Map.entry("hotline", "4001234567"),
          Map.entry("who", "王建国"),
          Map.entry("link", "https://hotline.example.cn/t/8fK2q9"),
          Map.entry("due", "今天 18:00"),
          Map.entry("reason", "当班，负荷 4/25"),
          Map.entry("task", "检修门机"),
          Map.entry("clock", "到场"),
          Map.entry("percent", "80"),
          Map.entry("step", "项目经理"),
          Map.entry("count", "3"),
          Map.entry("list", "10000017、10000025、10000033"),
          Map.entry("since", "02:10"),
          Map.entry("done", "更换门机皮带并试运行"),
          Map.entry("what", "3号楼停电"),
          Map.entry("offer", "需要的话，我们可以提供有偿维修"),
          Map.entry("date", "07-21"),
          Map.entry("yes", "1"),
          Map.entry("no", "2"),
          Map.entry("part", "3"),
          Map.entry("stop", "TD"),
          Map.entry("alarm", "有人等得太久"),
          Map.entry("queue", "综合"),
          Map.entry("dialect", "粤语"),
          Map.entry("waiting", "3"),
          Map.entry("survivor", "10000025"));
  private static final Map<String, String> ENGLISH =
      Map.ofEntries(
          Map.entry("number", "10000017"),
          Map.entry("category", "Lift"),
          Map.entry("place", "Sunshine Garden, building 3"),
          Map.entry("urgency", "Emergency"),
          Map.entry("text", "The lift of building 3 is broken again"),
          Map.entry("company", "Happy Homes"),
          Map.entry("hotline", "4001234567"),
          Map.entry("who", "Wang Jianguo"),
          Map.entry("link", "https://hotline.example.cn/t/8fK2q9"),
          Map.entry("due", "today 18:00"),
          Map.entry("reason", "on duty, load 4/25"),
          Map.entry("task", "repair the door drive"),
          Map.entry("clock", "arrival"),
          Map.entry("percent", "80"),
          Map.entry("step", "project manager"),
          Map.entry("count", "3"),
          Map.entry("list", "10000017, 10000025, 10000033"),
          Map.entry("since", "02:10"),
          Map.entry("done", "belt of the door drive replaced"),
          Map.entry("what", "The power cut in building 3"),
          Map.entry("offer", "We can repair it for a fee"),
          Map.entry("date", "07-21"),
          Map.entry("yes", "1"),
          Map.entry("no", "2"),
          Map.entry("part", "3"),
          Map.entry("stop", "TD"),
          Map.entry("alarm", "a caller has waited too long"),
          Map.entry("queue", "General"),
          Map.entry("dialect", "Cantonese"),
          Map.entry("waiting", "3"),
          Map.entry("survivor", "10000025"));

  private TemplateSample() {}

  /** A value for every variable there is. */
  public static Map<String, String> of(Language language) {
    return language == Language.CHINESE ? CHINESE : ENGLISH;
  }
}
