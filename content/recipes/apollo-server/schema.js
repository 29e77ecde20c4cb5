export const typeDefs = `#graphql
  type Query {
    hello: String
    boom: String
  }
  type Mutation {
    greet(name: String!): String
  }
`;

export const resolvers = {
  Query: {
    hello: () => "hello",
    boom: () => {
      throw new Error("boom");
    },
  },
  Mutation: { greet: (_, { name }) => `hello, ${name}` },
};
