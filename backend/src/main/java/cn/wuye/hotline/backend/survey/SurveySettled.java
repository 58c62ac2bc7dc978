package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.backend.ticket.Ticket;

/**
 * A survey is over; published in the transaction that settles it, before the ticket moves on. One
 * that was withdrawn because the ticket went on otherwise is told nobody.
 *
 * @param survey its id
 * @param ticket as its resident has judged it
 * @param result what she said; nothing of who was not reached
 */
public record SurveySettled(long survey, Ticket ticket, SurveyResult result) {}
