import type { Department } from './department.ts'
import type { Role } from './role.ts'

/** The city of the demonstration that is invented: the only one whose desk a visitor may sit down at. */
export const demonstrationCity = 'ulgiqala'

/** A department of the invented city, so that a data officer has something of her own. */
export const demonstrationDepartment: Department = {
  id: 'transport',
  name: { kk: 'Көлік және жолдар басқармасы', ru: 'Управление транспорта и дорог', en: 'Office of Transport and Roads' },
  indicators: ['3.6.1', '11.2.1', 'U-1', 'U-2'],
  measures: [],
}

/** Invented people, one for each role. Addresses end in `.example`: no mail can ever reach anybody. */
export const demonstrationStaff: ReadonlyArray<{ role: Role; name: string; email: string; department: string | null }> = [
  { role: 'editor', name: 'Бекзат Оспан', email: 'bekzat@ulgiqala.example', department: null },
  { role: 'data_officer', name: 'Гүлнар Жүніс', email: 'gulnar@ulgiqala.example', department: demonstrationDepartment.id },
  { role: 'administrator', name: 'Айнұр Сәрсен', email: 'ainur@ulgiqala.example', department: null },
  { role: 'moderator', name: 'Дина Марат', email: 'dina@ulgiqala.example', department: null },
  { role: 'international_office', name: 'Ерлан Тұрар', email: 'yerlan@ulgiqala.example', department: null },
  { role: 'auditor', name: 'Зере Нұрлан', email: 'zere@ulgiqala.example', department: null },
]

export const isDemonstrationPerson = (email: string): boolean => demonstrationStaff.some((one) => one.email === email)
