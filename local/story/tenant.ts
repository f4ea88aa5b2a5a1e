/** The tenant of the invented partnership. */
export const TENANT = '0c5e0000-0000-4000-8000-000000000001'
