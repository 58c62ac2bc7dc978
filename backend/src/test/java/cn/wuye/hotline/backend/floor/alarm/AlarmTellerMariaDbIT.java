package cn.wuye.hotline.backend.floor.alarm;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class AlarmTellerMariaDbIT extends AlarmTellerCases {}
