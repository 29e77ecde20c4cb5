<%-- Stands for the application. isErrorPage: any other JSP answers 405 to PUT, PATCH and DELETE. --%>
<%@ page isErrorPage="true" session="false" contentType="application/json" trimDirectiveWhitespaces="true"
    import="java.util.stream.Collectors" %><%
String path = String.valueOf(request.getPathInfo());
String token = request.getHeader("Authorization");
if (path.equals("/private")) {
    boolean known = token != null && token.startsWith("Bearer ");
    response.setStatus(known ? 200 : 401);
    out.print(known ? "{\"secret\":\"hello\"}" : "{\"error\":\"A bearer token is needed\"}");
} else if (path.equals("/data") && request.getMethod().equals("OPTIONS")) {
    response.setHeader("Allow", "GET, POST, PUT, PATCH, DELETE, OPTIONS");
} else if (path.equals("/data")) {
    String body = request.getReader().lines().collect(Collectors.joining("\n"));
    response.addHeader("Vary", "Accept-Encoding");
    out.print("{\"method\":\"" + request.getMethod() + "\",\"body\":" + (body.isEmpty() ? "null" : body) + "}");
} else if (path.equals("/boom")) {
    throw new IllegalStateException("boom");
} else {
    response.sendError(404);
}
%>
