"""The tables of the first release."""

from __future__ import annotations

from college_desk.storage.migrations.described_tables import create_tables

revision = "0001"
down_revision = None

_TABLES = """
agreement: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer
  agreement_number agreement_type enterprise enterprise_uscc majors signed_on start_on end_on relation
  parent_agreement status cooperation_kinds planned_size:integer hire_percent:integer starting_pay:integer
  school_sealed:boolean enterprise_sealed:boolean filed_on filing_number seal_register_number archive_number
  handled_by_department handled_by on_expiry order_trainees:integer part_time_teachers:integer
  interns_received:integer graduates_hired:integer courses_developed:integer textbooks_developed:integer
  donated_equipment_yuan:integer quasi_donated_yuan:integer service_income_yuan:integer
  trained_person_days:integer department campus note enterprise_uid parent_agreement_uid search_words ;
  (agreement_number) (ended uid) (enterprise) (enterprise_uid) (parent_agreement) (parent_agreement_uid)
appointment: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer name
  teacher post_kind course course_category major class_name weekly_periods:integer total_periods:integer
  required_education recruitment_method relaxed_terms:boolean selection_method hiring_form team announced_on
  reviewed_on assessed_on decided_on minutes_number notice_from notice_to employer_consent_on
  vetting_authorised_on vetted_on vetting_result restricted_list_result vetting_reply_number contract_number
  signed_on start_on end_on renewed_from status pledged_on counts_in_quota:boolean posts_used:integer
  approval_number fund_source pay_method yuan_per_period:integer special_appointment:boolean
  special_category special_document health_checked_on trained_on training_periods:integer paired_teacher
  result assigning_unit department campus note teacher_uid team_uid renewed_from_uid search_words ;
  (contract_number) (ended uid) (renewed_from) (renewed_from_uid) (teacher) (teacher start_on) (teacher_uid)
  (team) (team_uid)
apprentice: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer name
  id_type id_number gender birth_date ethnicity political_status phone household household_address
  student_number registration_number examinee_number enrolled_month grade class_name major_code major_name
  catalogue_version major_direction schooling training_mode student_status poverty_registered:boolean
  aided_kinds cohort placement_kind enterprise enterprise_uscc position mentor mentor_id_number
  school_mentor start_on end_on days_per_week:integer monthly_pay:integer agreement_form agreement_number
  agreement_signed_on guardian_name guardian_phone guardian_relation consent_on insurance_kind insurer
  policy_number insured_from insured_to target_skill_level grade_result skill_level certificate_number
  status status_on status_reason artisan_reserve:boolean artisan_reserve_document employment_kind
  employed_on contract_start_on contract_end_on trade current_skill_level certificate_issuer certified_on
  subsidised_before:boolean department campus note cohort_uid enterprise_uid mentor_uid agreement_number_uid
  policy_number_uid search_words ; (agreement_number) (agreement_number_uid) (cohort) (cohort_uid) (ended
  uid) (enterprise) (enterprise_uid) (id_number) (id_number cohort) (mentor) (mentor_uid) (name)
  (policy_number) (policy_number_uid) (student_number)
assignment: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer
  contract_number name teacher start_on course class_name term weekly_periods:integer total_periods:integer
  course_kind department campus note contract_number_uid teacher_uid search_words ; (contract_number)
  (contract_number course class_name term) (contract_number_uid) (ended uid) (teacher) (teacher start_on
  course class_name term) (teacher_uid)
campus: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer code name
  address department campus note search_words ; (code) (ended uid) (name)
certificate: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer name
  id_number student_number class_name certificate_kind trade skill_level certificate_number issued_on score
  subsidised:boolean shortage_trade:boolean checked_on issuer issuer_filing_number issuer_filed_from
  issuer_filed_to department campus note search_words ; (certificate_number) (ended uid) (id_number
  certificate_kind trade issued_on)
cohort: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer
  cohort_code name scheme pilot_level pilot_batch document_number major_code major_name catalogue_version
  major_direction schooling enterprises agreement_number enrolment_mode planned_size:integer
  enrolled_size:integer posts:integer mentor_count:integer skilled_mentor_count:integer
  school_mentor_count:integer start_on end_on school_periods:integer enterprise_periods:integer
  theory_periods:integer practice_periods:integer plan_reviewed_on plan_version plan_number alternation
  trade target_skill_level school_lead school_lead_phone enterprise_lead enterprise_lead_phone
  budget_yuan:integer fund_source prepaid_yuan:integer filed_on filing_number department campus note
  agreement_number_uid search_words ; (agreement_number) (agreement_number_uid) (cohort_code) (ended uid)
  (name)
competition: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer
  contest contest_family year:integer event group organiser held_on attendances:integer rural:boolean name
  id_number team_members rank:integer prize instructors promoted_to document_number certificate_number
  department campus note search_words ; (contest year event name id_number) (ended uid)
contact_note: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer
  with_whom person on said next_step department campus note search_words ; (ended uid) (with_whom on person
  said)
desk_entry: kind* name* value! ;
desk_filing: number* version:integer* filing! period! kind! state! snapshot!>desk_snapshot.sha256
  content_digest! package! filed_on! who! made_at! filed_number enterprise ;
desk_line: step:integer*>desk_step.id place:integer* act! register! uid! field before after digest! ; (uid)
desk_pending: id:integer* register! content! ; (register)
desk_snapshot: sha256* content:bytes! ;
desk_step: id:integer* made_at! who! what! reason register records:integer! reverses:integer>desk_step.id
  guarded:boolean! final:boolean! chain! ;
enterprise: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer name
  uscc legal_representative region_code contact phone address sites industry size nature above_scale:boolean
  self_assessment:boolean assessed_trades high_risk:boolean employees:integer status status_checked_on
  parent_uscc successor_uscc account_name bank_name bank_account department campus note search_words ;
  (ended uid) (name) (uscc)
fee_standard: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer
  title_level academic_year document_number total_paid_yuan:integer total_periods:integer
  yuan_per_period:integer department campus note search_words ; (ended uid) (title_level academic_year)
former_name: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer uscc
  name start_on end_on change_notice department campus note uscc_uid search_words ; (ended uid) (uscc) (uscc
  name start_on) (uscc_uid)
graduate_outcome: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer
  name id_number gender phone student_number examinee_number class_name major_code major_name
  graduated_month diploma_number hardship recorded_on stage destination enterprise employer_uscc
  employer_nature employer_industry employer_size employer_region position matched:boolean
  starting_pay:integer partner_enterprise:boolean self_employed:boolean venture flexible:boolean employed_on
  left_on contract_kind contract_start_on contract_end_on contract_months:integer evidence_kind
  insured_from_month insured_months:integer insurance_payer_uscc other_subsidy verified_by verified_on
  verified_how department campus note enterprise_uid search_words ; (ended uid) (enterprise)
  (enterprise_uid) (id_number graduated_month recorded_on)
honour: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer holder
  holder_kind id_number honour honour_level honour_role honour_rank:integer skill_level professional_title
  title_level granted_by document_number granted_on certificate_number batch managed_from managed_to
  monthly_allowance_yuan:integer award_yuan:integer department campus note search_words ; (ended uid)
  (holder id_number honour granted_on)
insurance_policy: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer
  policy_number kind insurer policyholder payer insured_from insured_to sum_per_person_yuan:integer
  premium_yuan:integer head_count:integer department campus note search_words ; (ended uid) (policy_number)
insured_person: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer
  policy_number name id_number insured_from insured_to endorsement_number department campus note
  policy_number_uid search_words ; (ended uid) (policy_number) (policy_number id_number insured_from)
  (policy_number_uid)
major: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer major_code
  name catalogue_version major_direction level schooling first_enrolled_year:integer status
  key_major:boolean department campus note search_words ; (ended uid) (major_code) (major_code
  catalogue_version) (name)
mentor: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer name
  id_type id_number gender birth_date ethnicity political_status phone enterprise enterprise_uscc
  employer_department employer_post education degree graduated_from studied_major skill_level trade
  skill_certificate_number skill_certified_on skill_issuer certificate_checked_on certificate_checked
  professional_title title_level years_in_trade:integer honour letter_number start_on end_on
  apprenticeship_agreement_number mentored_majors mentored_classes yearly_periods:integer
  allowance_yuan:integer allowance_unit allowance_payer result bank_name bank_account account_name
  department campus note enterprise_uid search_words ; (ended uid) (enterprise) (enterprise_uid) (id_number)
  (id_number enterprise) (name)
monthly_hours: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer
  name teacher month course class_name periods_reported:integer confirmed_by confirmed_on department campus
  note teacher_uid search_words ; (ended uid) (teacher) (teacher month course class_name) (teacher_uid)
notice: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer title
  issuer document_number received_on attachments due_on filing copies:integer asked status contact phone
  email department campus note search_words ; (document_number) (ended uid) (issuer document_number) (title)
order_class: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer name
  agreement_number enterprise enterprise_uscc major_code major_name catalogue_version level forming grade
  planned_size:integer formed_on filed_on filing_number positions start_on end_on training_months:integer
  courses school_periods:integer enterprise_periods:integer selection hire_percent:integer
  starting_pay:integer enterprise_investment_yuan:integer scholarship_yuan:integer equipment_yuan:integer
  teaching_yuan:integer breach_terms department campus note agreement_number_uid enterprise_uid search_words
  ; (agreement_number) (agreement_number name) (agreement_number_uid) (ended uid) (enterprise)
  (enterprise_uid) (name)
order_student: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer
  name id_type id_number gender birth_date ethnicity political_status phone household student_number
  registration_number enrolled_month grade class_name major_code major_name catalogue_version schooling
  student_status guardian_name guardian_phone order_class order_agreement enterprise joined_on left_on
  left_reason confirmation:boolean confirmed_on grant_yuan:integer internship_employer
  also_apprentice:boolean department campus note order_class_uid order_agreement_uid enterprise_uid
  search_words ; (ended uid) (enterprise) (enterprise_uid) (id_number) (id_number order_agreement) (name)
  (order_agreement) (order_agreement_uid) (order_class) (order_class_uid) (student_number)
paper_movement: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer
  paper direction who on copies:integer returned_on department campus note search_words ; (ended uid) (paper
  direction on who)
part_time_teacher: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer
  name id_type id_number gender birth_date ethnicity political_status phone photo staff_number native_place
  household_address teacher_kind person_source major_teacher:boolean dual_qualified:boolean
  integrated:boolean backbone:boolean renowned:boolean home_major_code home_major_name talent_card employer
  employer_uscc employer_post employed_since related_in_college:boolean education degree graduated_from
  studied_major educated_month first_education first_degree first_graduated_from first_studied_major
  first_educated_month skill_level trade skill_certificate_number skill_certified_on skill_issuer
  professional_title title_level title_granted_on title_issuer appointed_title years_in_trade:integer
  days_in_trade_this_year:integer field_of_work speciality teaching_certificate_number teaching_certified_on
  teaching_certificate_issuer main_achievements honour honour_level honour_rank:integer honour_role
  honour_on honour_document certificate_checked_on bank_name bank_account account_name department campus
  note employer_uid search_words ; (employer) (employer_uid) (ended uid) (id_number) (name) (staff_number)
placement: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer name
  apprentice cohort kind enterprise site position mentor start_on end_on days_per_week:integer
  monthly_pay:integer agreement_number policy_number ended_reason department campus note apprentice_uid
  cohort_uid enterprise_uid mentor_uid agreement_number_uid policy_number_uid search_words ;
  (agreement_number) (agreement_number_uid) (apprentice) (apprentice cohort start_on) (apprentice_uid)
  (cohort) (cohort_uid) (ended uid) (enterprise) (enterprise_uid) (mentor) (mentor_uid) (policy_number)
  (policy_number_uid)
platform: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer name
  platform_kind honour_level leader leader_id_number host host_uscc document_number approved_on funder
  fund_source granted_yuan:integer received_yuan:integer spent_yuan:integer year:integer
  trained_apprentices:integer projects:integer workstations:integer equipment_yuan:integer
  person_hours:integer person_times:integer department campus note search_words ; (ended uid) (name) (name
  platform_kind year)
recipient: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer filing
  recipient paper_kind first_reviewer copy_to department campus note search_words ; (ended uid) (filing)
school: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer name
  school_code uscc school_type nature district legal_representative academic_year students:integer authority
  document_code fiscal_body address contact phone email account_name bank_name bank_account department
  campus note search_words ; (ended uid) (name) (school_code) (uscc)
settlement: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer name
  teacher month batch taught_from taught_to course employer title_level level_basis periods:integer
  yuan_per_period:integer reverses gross:integer other_income_yuan:integer income_kind tax:integer
  net:integer claimed_yuan:integer fund_source pay_month account_name bank_name bank_account voucher_number
  payout_status paid_on department campus note teacher_uid search_words ; (ended uid) (teacher) (teacher
  month batch) (teacher_uid)
staffing: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer
  effective_from posts_basis approved_posts:integer document_number document_on opinion posts_filled:integer
  professional_posts_filled:integer management_posts_filled:integer labour_posts_filled:integer
  posts_reserved:integer full_time_teachers:integer internship_instructors:integer
  instructors_included:boolean major_teachers:integer dual_qualified_teachers:integer
  funding_per_post_yuan:integer allotted_yuan:integer spent_yuan:integer department campus note search_words
  ; (effective_from) (ended uid)
status_change: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer
  name id_number kind from_value to_value changed_on document_number reason department campus note
  search_words ; (ended uid) (id_number changed_on kind)
teaching_hours: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer
  name teacher taught_on slot week:integer weekday course course_code course_kind class_name group_name
  students:integer place topic lesson_kind replaces_on replaces_teacher change_slip_number periods:integer
  planned_periods:integer coefficient:integer weighted_periods:integer signed:boolean class_signed:boolean
  verified:boolean verified_by verified_on settled_in department campus note teacher_uid search_words ;
  (ended uid) (teacher) (teacher taught_on slot course class_name) (teacher_uid)
team: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer name unit
  unit_uscc leader agreement_number start_on end_on pay_to department campus note unit_uid
  agreement_number_uid search_words ; (agreement_number) (agreement_number_uid) (ended uid) (name) (name
  agreement_number) (unit) (unit_uid)
team_member: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer team
  agreement_number name id_number role employer_post phone department campus note team_uid
  agreement_number_uid search_words ; (agreement_number) (agreement_number_uid) (ended uid) (team) (team
  agreement_number id_number) (team_uid)
term: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer
  academic_year term_number start_on end_on teaching_weeks:integer exam_from exam_to holidays make_up_days
  department campus note ; (academic_year term_number) (ended uid)
timetable: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer term
  name teacher weekday slot class_name course week_from:integer week_to:integer odd_even place department
  campus note teacher_uid search_words ; (ended uid) (teacher) (teacher_uid) (term teacher weekday slot
  class_name)
training_class: uid* revision:integer! ended:boolean! same_as source_file source_sheet source_row:integer
  class_number name training_kind organised_as trainee_kinds enterprise enterprise_uscc high_risk:boolean
  trade skill_level place start_on end_on head_count:integer attendances:integer qualified:integer
  certified:integer periods:integer safety_periods:integer person_days:integer subsidised:boolean
  filing_number filed_on fund_source funds_yuan:integer department campus note enterprise_uid search_words ;
  (class_number) (ended uid) (enterprise) (enterprise_uid) (name) (name start_on)
"""


def upgrade() -> None:
    """Create all tables."""
    create_tables(_TABLES)
