import {
  All,
  Body,
  type CanActivate,
  Controller,
  type ExecutionContext,
  Get,
  HttpCode,
  Injectable,
  type MiddlewareConsumer,
  Module,
  type NestModule,
  Req,
  UnauthorizedException,
  UseGuards,
} from "@nestjs/common";

@Injectable()
class TokenGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { authorization } = context.switchToHttp().getRequest().headers;
    if (!authorization?.startsWith("Bearer ")) throw new UnauthorizedException("A bearer token is needed");
    return true;
  }
}

@Controller("api")
class ApiController {
  @All("data")
  @HttpCode(200)
  data(@Req() request: { method: string }, @Body() body: unknown) {
    return { method: request.method, body: body ?? null };
  }

  @Get("private")
  @UseGuards(TokenGuard)
  private() {
    return { secret: "hello" };
  }

  @Get("boom")
  boom() {
    throw new Error("boom");
  }
}

@Module({ controllers: [ApiController] })
export class AppModule implements NestModule {
  configure(consumer: MiddlewareConsumer) {
    // Stands for compression() and the like, whose own Vary must survive.
    consumer
      .apply((request: unknown, response: { vary(name: string): void }, next: () => void) => {
        response.vary("Accept-Encoding");
        next();
      })
      .forRoutes("*splat");
  }
}
