package cn.wuye.hotline.backend.resident;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;

/**
 * A number and where the resident it belongs to lives now. A shared number comes once for each
 * resident.
 *
 * @param dialect that she prefers; empty string when unknown
 * @param building empty string when unknown, like unit and room
 */
public record NumberOwner(
    PhoneNumber number,
    long residentId,
    String dialect,
    EstateId estate,
    String estateName,
    String building,
    String unit,
    String room) {}
