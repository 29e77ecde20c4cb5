using Microsoft.AspNetCore.Authentication.JwtBearer;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddProblemDetails();
builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
builder.Services.AddAuthorization();

// #region cors
builder.Services.AddCors(options => options.AddDefaultPolicy(policy => policy
    // Exact origins: scheme, host and port, no trailing slash.
    .WithOrigins("https://app.example.com")
    .WithMethods("GET", "POST", "PUT", "PATCH", "DELETE")
    .WithHeaders("Authorization", "Content-Type")
    .AllowCredentials()
    .SetPreflightMaxAge(TimeSpan.FromSeconds(600))));

var app = builder.Build();

// Outermost. UseCors adds its headers when the answer starts, so what this makes of an exception has them.
app.UseExceptionHandler();

// UseCors leaves Vary out where the origin is not allowed, or where there is none.
app.Use((context, next) =>
{
    context.Response.Headers.Append("Vary", "Origin");
    return next(context);
});

// After UseRouting, before authentication: a preflight carries no token.
app.UseRouting();
app.UseCors();
app.UseAuthentication();
app.UseAuthorization();
// #endregion

app.MapGet("/api/data", () => new { method = "GET" });
app.MapGet("/api/private", () => new { secret = "hello" }).RequireAuthorization();

app.Run();
