package cn.wuye.hotline.backend.floor.alarm;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class AlarmTellerMySqlIT extends AlarmTellerCases {}
