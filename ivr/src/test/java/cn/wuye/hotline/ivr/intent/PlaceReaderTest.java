package cn.wuye.hotline.ivr.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceReaderTest {
  private final PlaceReader reader =
      new PlaceReader(
          List.of(
              new EstateNames("sun", List.of("阳光花园"), List.of("1号楼", "3号楼", "12号楼")),
              new EstateNames("luck", List.of("幸福小区", "幸福里"), List.of()),
              new EstateNames("lake", List.of("翠湖家园"), List.of("A座", "B座"))));

  @ParameterizedTest
  @CsvSource({
    "阳光花园三号楼二单元五零二, sun, 3号楼, 2单元, 502",
    "十二栋一单元一零一, '', 12栋, 1单元, 101",
    "八号楼三单元二十楼, '', 8号楼, 3单元, 20楼",
    "三号楼的电梯又坏了, '', 3号楼, '', ''",
    "三好楼二单元五零二, '', 3号楼, 2单元, 502",
    "3号楼2单元1203室, '', 3号楼, 2单元, 1203",
    "我住翠湖家园A座幺幺零一, lake, A座, '', 1101",
    "我是幸福里的二十一幢, luck, 21幢, '', ''",
    "阳关发园一号楼, sun, 1号楼, '', ''",
    "电梯上到五楼就不动了, '', '', '', ''",
    "今天是二十号, '', '', '', ''",
    "我家漏水了, '', '', '', ''",
  })
  void findsPlaces(String text, String estate, String building, String unit, String room) {
    PlaceHeard heard = reader.read(text);

    assertThat(heard.estateId()).isEqualTo(estate);
    assertThat(heard.address()).isEqualTo(new Address(building, unit, room));
  }

  @Test
  void takesABareNumberForAnAnswer() {
    assertThat(reader.readBuilding("三").address().building()).isEqualTo("3号楼");
    assertThat(reader.readBuilding("是十二栋").address().building()).isEqualTo("12栋");
    assertThat(reader.readUnit("二单元五零二")).isEqualTo(new Address("", "2单元", "502"));
    assertThat(reader.readUnit("五零二")).isEqualTo(new Address("", "", "502"));
    assertThat(reader.readUnit("二")).isEqualTo(new Address("", "2单元", ""));
  }

  @Test
  void callsBuildingsAsTheDirectoryDoes() {
    assertThat(reader.building("sun", "12栋", "")).contains("12号楼");
    assertThat(reader.building("sun", "3", "")).contains("3号楼");
    assertThat(reader.building("sun", "9号楼", "")).isEmpty();
    assertThat(reader.building("luck", "9", "")).contains("9号楼");
    assertThat(reader.building("lake", "B座", "")).contains("B座");
  }

  @Test
  void buildingsHaveNamesThatAreMoreThanANumber() {
    List<String> buildings = List.of("A区3栋", "B区3栋", "5栋", "玫瑰苑");
    PlaceReader zones = new PlaceReader(List.of(new EstateNames("z", List.of("云谷"), buildings)));

    assertThat(zones.buildingNamed("z", "B区3栋")).contains("B区3栋");
    assertThat(zones.building("z", "B区3栋", "")).contains("B区3栋");
    assertThat(zones.building("z", "5栋", "")).contains("5栋");
    assertThat(zones.buildingNamed("z", "我住梅桂苑的")).contains("玫瑰苑");
    assertThat(zones.buildingNamed("z", "三栋")).isEmpty();
  }

  @Test
  void twoBuildingsOfOneNumberAreNotGuessed() {
    List<String> buildings = List.of("东区3栋", "西区3栋");
    PlaceReader zones = new PlaceReader(List.of(new EstateNames("z", List.of("云谷"), buildings)));

    assertThat(zones.building("z", "3栋", "")).isEmpty();
    assertThat(zones.building("z", "西区3栋", "")).contains("西区3栋");
    assertThat(zones.building("z", "3栋", "东区3栋")).as("known before").contains("东区3栋");
  }

  @Test
  void ofTwoBuildingsOfOneNumberThePlainOneIsMeant() {
    List<String> buildings = List.of("3栋商铺", "3栋");
    PlaceReader zones = new PlaceReader(List.of(new EstateNames("z", List.of("云谷"), buildings)));

    assertThat(zones.building("z", "3", "")).contains("3栋");
  }

  @Test
  void signsInNamesAreOnlySigns() {
    List<String> buildings = List.of("会所(东)", "*", "#", "物业楼|西");
    List<String> names = List.of("阳光花园(一期)", "=金色*家园", "()");
    PlaceReader odd = new PlaceReader(List.of(new EstateNames("z", names, buildings)));

    assertThat(odd.buildingNamed("z", "我在会所东")).contains("会所(东)");
    assertThat(odd.buildingNamed("z", "三")).isEmpty();
    assertThat(odd.read("我住阳光花园一期").estateId()).isEqualTo("z");
    assertThat(odd.read("金色家园").estateId()).isEqualTo("z");
  }

  @Test
  void knowsWhatIsOnlySimilarAndWhatBelongsToNoBuilding() {
    assertThat(reader.read("我在阳光").doubtful()).isTrue();
    assertThat(reader.read("阳光花园").doubtful()).isFalse();
    assertThat(reader.read("地下车库的灯全坏了").publicPlace()).isEqualTo("地下车库");
  }
}
