// Constituencies that speak as such, printed in lower case too. Same form as organisations.ts.

export const constituencies = `
civil: Civil society = civil society | civil society organizations | civil society organisations | civil society representatives | société civile | organisations de la société civile | sociedad civil | organizaciones de la sociedad civil | NGOs | CSOs
union: Workers' group = Workers' group | Workers' Group | Worker members | Worker delegates | Groupe des travailleurs | membres travailleurs | Grupo de los Trabajadores | miembros trabajadores
firm: Employers' group = Employers' group | Employers' Group | Employer members | Employer delegates | Groupe des employeurs | membres employeurs | Grupo de los Empleadores | miembros empleadores
union: Trade unions = trade unions | trade union | trade union representatives | syndicats | sindicatos | Unions | Workers' organizations
firm: Private sector = private sector | secteur privé | sector privado | Business sector | Employers | Employers' organizations | Business and industry
city: Local authorities = local authorities | autorités locales | autoridades locales | Cities | Mayors | collectivités locales
diaspora: Diaspora organisations = diaspora organizations | diaspora organisations | Diaspora | migrant organizations | migrant organisations | Migrants' organizations | associations de migrants | organizaciones de migrantes
faith: Religious communities = religious communities | Faith-based organizations | faith-based organisations | Communautés religieuses | comunidades religiosas
academia: Academia = Academics | academics | monde universitaire | academia | universities
youth: Youth = youth representatives | Youth organizations | jeunes | jóvenes | Youth delegates
`;
