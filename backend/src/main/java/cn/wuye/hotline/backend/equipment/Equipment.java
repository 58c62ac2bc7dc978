package cn.wuye.hotline.backend.equipment;

import cn.wuye.hotline.backend.estate.EstateId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing of the register.
 *
 * @param id 0 for one that is not there yet
 * @param building as the estate names it; empty string: of the estate as a whole
 * @param code unique in the estate, as it stands on the thing itself
 * @param maintainer code of the third party that maintains it; empty string for none
 * @param plan how it is maintained, in words
 */
public record Equipment(
    long id,
    long version,
    EstateId estate,
    String building,
    EquipmentKind kind,
    String code,
    String name,
    @Nullable LocalDate installedOn,
    String maintainer,
    String plan,
    @Nullable LocalDate lastServiceOn) {}
