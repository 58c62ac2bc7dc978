package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class TicketSearchMySqlIT extends TicketSearchCases {}
