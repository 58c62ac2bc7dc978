package cn.wuye.hotline.ivr.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.ScriptedCaller;
import cn.wuye.hotline.ivr.port.Directory.Estate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An estate that is added while the hotline runs, with buildings of one number. */
class PlaceNamesDialogTest {
  private final Hotline hotline = new Hotline();

  @BeforeEach
  void anEstateIsAddedAfterTheFirstCall() {
    hotline.follows(
        new ScriptedCaller()
            .hears("greeting")
            .says("下水道堵了")
            .hears("ask-estate")
            .says("珺悦府")
            .hears("ask-estate-again")
            .hangsUp());
    hotline.directory.serves(new Estate("zones", "珺悦府", List.of(), List.of("东区3栋", "西区3栋", "玫瑰苑")));
  }

  private String building(ScriptedCaller caller) {
    hotline.follows(caller.hears("ask-unit").silent().hears("confirm").presses("1"));
    assertThat(hotline.ticket().place().estateId()).isEqualTo("zones");
    return hotline.ticket().place().building();
  }

  private static ScriptedCaller nextCaller() {
    return new ScriptedCaller()
        .hears("greeting")
        .says("下水道堵了")
        .hears("ask-estate")
        .says("珺悦府")
        .hears("ask-building");
  }

  @Test
  void buildingsOfOneNumberAreAskedForByTheirWholeNames() {
    assertThat(building(nextCaller().says("三栋").hears("ask-building-again").says("西区3栋")))
        .isEqualTo("西区3栋");
  }

  @Test
  void aBuildingMayHaveANameWithoutANumber() {
    assertThat(building(nextCaller().says("我住玫瑰苑"))).isEqualTo("玫瑰苑");
  }
}
