/** Physical constants in SI units, of CODATA 2018. */

/** Boltzmann constant, exact, J/K. */
export const BOLTZMANN = 1.380649e-23;

/** Elementary charge, exact, C. */
export const ELEMENTARY_CHARGE = 1.602176634e-19;

/** Vacuum permittivity, measured, F/m. */
export const VACUUM_PERMITTIVITY = 8.8541878128e-12;

/** Zero of the Celsius scale, exact, K. */
export const ZERO_CELSIUS = 273.15;
