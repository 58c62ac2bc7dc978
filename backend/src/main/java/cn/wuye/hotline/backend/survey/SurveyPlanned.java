package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.backend.ticket.Ticket;

/**
 * A survey is planned; published in the transaction in which the work ends.
 *
 * @param ticket as it stands at the end of the work
 * @param round which solution its resident is asked about, from 1
 */
public record SurveyPlanned(Ticket ticket, int round) {}
