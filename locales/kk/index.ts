import economySectors from './economy-sectors.json' with { type: 'json' }
import economy from './economy.json' with { type: 'json' }
import api from './api.json' with { type: 'json' }
import common from './common.json' with { type: 'json' }
import home from './home.json' with { type: 'json' }
import programme from './programme.json' with { type: 'json' }
import indicators from './indicators.json' with { type: 'json' }
import indicator from './indicator.json' with { type: 'json' }
import figure from './figure.json' with { type: 'json' }
import progress from './progress.json' with { type: 'json' }
import notices from './notices.json' with { type: 'json' }
import releases from './releases.json' with { type: 'json' }
import methods from './methods.json' with { type: 'json' }
import about from './about.json' with { type: 'json' }
import search from './search.json' with { type: 'json' }
import errors from './errors.json' with { type: 'json' }
import discussion from './discussion.json' with { type: 'json' }
import gallery from './gallery.json' with { type: 'json' }
import spatial from './spatial.json' with { type: 'json' }
import form from './form.json' with { type: 'json' }
import account from './account.json' with { type: 'json' }
import desk from './desk.json' with { type: 'json' }
import entry from './entry.json' with { type: 'json' }
import trust from './trust.json' with { type: 'json' }
import privacy from './privacy.json' with { type: 'json' }
import consult from './consult.json' with { type: 'json' }
import voices from './voices.json' with { type: 'json' }
import names from './names.json' with { type: 'json' }
import vote from './vote.json' with { type: 'json' }
import opinions from './opinions.json' with { type: 'json' }
import office from './office.json' with { type: 'json' }
import discussionText from './discussion-text.json' with { type: 'json' }
import cooperation from './cooperation.json' with { type: 'json' }
import tourGroup from './tour-group.json' with { type: 'json' }
import deskCooperation from './desk-cooperation.json' with { type: 'json' }
import cooperationApi from './cooperation-api.json' with { type: 'json' }
import cooperationImport from './cooperation-import.json' with { type: 'json' }
import forum from './forum.json' with { type: 'json' }
import reports from './reports.json' with { type: 'json' }
import deskReports from './desk-reports.json' with { type: 'json' }
import reportTexts from './report-texts.json' with { type: 'json' }
import pageFiles from './page-files.json' with { type: 'json' }
import dataCatalogue from './data-catalogue.json' with { type: 'json' }

export default {
  dataCatalogue,
  economySectors,
  economy,
  reportTexts,
  deskReports,
  reports,
  forum,
  cooperationImport,
  deskCooperation,
  tourGroup,
  cooperation,
  discussionText,
  office,
  discussion,
  api,
  common,
  home,
  programme,
  indicators,
  indicator,
  figure,
  progress,
  notices,
  releases,
  methods,
  about,
  search,
  errors,
  gallery,
  spatial,
  form,
  account,
  desk,
  entry,
  trust,
  privacy,
  consult,
  voices,
  names,
  vote,
  opinions,
  cooperationApi,
  pageFiles,
}
