package cn.wuye.hotline.backend.directory;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.resident.CallerMemory;
import cn.wuye.hotline.backend.resident.NumberHash;
import cn.wuye.hotline.backend.resident.NumberKey;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.Directory.KnownCaller;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is known by number, on every database. */
abstract class DirectoryReaderCases {
  private static final Clock IN_2026 =
      Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

  @Autowired JdbcClient jdbc;
  @Autowired CallerMemory memory;
  @Autowired NumberHash hash;
  @Autowired Estates estates;
  @Autowired Residents residents;

  private final PhoneNumber phone = number();

  @Test
  void whoIsOldEnoughForHerEstatesRuleIsRungThrough() {
    Estate sixtyFive = estates.save(SampleEstates.another(estates).withPersonFromAge(65));
    Estate off = SampleEstates.another(estates);
    PhoneNumber younger = number();
    PhoneNumber elsewhere = number();
    PhoneNumber ageless = number();
    lives(sixtyFive, "502", 1961, phone);
    lives(sixtyFive, "503", 1962, younger);
    lives(off, "502", 1930, elsewhere);
    lives(sixtyFive, "504", null, ageless);

    DirectoryData data = reader().read();

    assertThat(known(data, phone).straightToPerson()).isTrue();
    assertThat(known(data, younger).straightToPerson()).isFalse();
    assertThat(known(data, elsewhere).straightToPerson()).isFalse();
    assertThat(known(data, ageless).straightToPerson()).isFalse();
  }

  @Test
  void whoSharesANumberSharesAHomeAndAnOldOneIsEnough() {
    Estate estate = estates.save(SampleEstates.another(estates).withPersonFromAge(65));
    lives(estate, "502", 1940, phone);
    lives(estate, "502", 1990, phone);

    KnownCaller caller = known(reader().read(), phone);

    assertThat(caller.room()).isEqualTo("502");
    assertThat(caller.straightToPerson()).isTrue();
  }

  @Test
  void whoseDialectIsNotKnownBeginsInThatOfHerEstate() {
    Estate estate = estates.save(SampleEstates.another(estates).withDialect("wuu"));
    lives(estate, "501", null, phone, "");
    CachedDirectory directory = new CachedDirectory(reader().read(), hash::of);
    assertThat(directory.dialect(Optional.of(phone))).isEqualTo("wuu");

    lives(estate, "501", null, phone, "yue");
    directory.replace(reader().read());
    assertThat(directory.dialect(Optional.of(phone))).as("one of two may call").isEqualTo("wuu");

    PhoneNumber hers = number();
    lives(estate, "502", null, hers, "yue");
    directory.replace(reader().read());
    assertThat(directory.dialect(Optional.of(hers))).isEqualTo("yue");
  }

  @Test
  void aRefusalIsLearntByEveryNode() {
    DirectoryReader node = reader();
    String before = node.fingerprint();

    memory.refused(phone, Instant.now());

    assertThat(node.fingerprint()).isNotEqualTo(before);
    CachedDirectory directory = new CachedDirectory(node.read(), hash::of);
    assertThat(directory.mayAskToRemember(phone)).isFalse();
    assertThat(directory.mayAskToRemember(new PhoneNumber("+86" + phone.digits()))).isFalse();
    assertThat(directory.mayAskToRemember(number())).isTrue();
  }

  private DirectoryReader reader() {
    return new DirectoryReader(jdbc, memory, IN_2026);
  }

  private void lives(
      Estate estate,
      String room,
      @org.jspecify.annotations.Nullable Integer born,
      PhoneNumber number) {
    lives(estate, room, born, number, "cmn");
  }

  private void lives(
      Estate estate,
      String room,
      @org.jspecify.annotations.Nullable Integer born,
      PhoneNumber number,
      String dialect) {
    Resident resident =
        Resident.named(
            "王秀英",
            dialect,
            List.of(number),
            List.of(new Resident.Dwelling(estate.requireId(), "3号楼", "2单元", room)));
    residents.save(born == null ? resident : resident.born(born));
  }

  private static KnownCaller known(DirectoryData data, PhoneNumber number) {
    return Objects.requireNonNull(data.callers().get(NumberKey.of(number)));
  }

  private static PhoneNumber number() {
    return new PhoneNumber("136" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999));
  }
}
